package dev.rolecall.localstack.container;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/// Testcontainers' LocalStack, made narrower: reachable from this machine only, without the
/// engine's socket inside, calling nobody home. What it says before it fails is kept.
final class ContainerBox extends LocalStackContainer {
    private static final int PORT = 4566;

    /// Its own telemetry, certificate download and name server: not needed, and slow or impossible
    /// without a network.
    private static final Map<String, String> ALONE =
            Map.of("DISABLE_EVENTS", "1", "SKIP_SSL_CERT_DOWNLOAD", "1", "DNS_ADDRESS", "0");

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

    private final Stop stop;
    private volatile LastWords lastWords = LastWords.NONE;
    private volatile Optional<String> id = Optional.empty();

    /// @param image also one of another name than LocalStack's own
    /// @param stop says when to give up
    ContainerBox(
            DockerImageName image, Map<String, String> labels, ContainerReady ready, Stop stop) {
        super(image.asCompatibleSubstituteFor("localstack/localstack"));
        this.stop = stop;
        withServices("s3", "iam", "sts");
        withEnv(ALONE);
        withLabels(labels);
        waitingFor(ready);
        // LocalStack starts other containers for some services, and for none of these.
        setBinds(List.of());
        withCreateContainerCmdModifier(this::publishHereOnly);
    }

    private void publishHereOnly(CreateContainerCmd create) {
        if (LOOPBACK.contains(getHost()) && create.getHostConfig() != null) {
            create.getHostConfig()
                    .withPortBindings(
                            new PortBinding(
                                    Ports.Binding.bindIp("127.0.0.1"), ExposedPort.tcp(PORT)));
        }
    }

    @Override
    protected void containerIsCreated(String containerId) {
        id = Optional.of(containerId);
        if (stop.isWanted()) {
            throw new CancellationException();
        }
    }

    /// Called before a container that did not start is removed.
    @Override
    protected void containerIsStopping(InspectContainerResponse containerInfo) {
        try {
            ContainerState state = getCurrentContainerInfo().getState();
            long exitCode = Optional.ofNullable(state.getExitCodeLong()).orElse(0L);
            boolean exited = "exited".equals(state.getStatus());
            lastWords = new LastWords(exited, exitCode, getLogs());
        } catch (RuntimeException e) {
            // It says no more, and is removed all the same.
            lastWords = LastWords.NONE;
        }
    }

    /// Starts it, and waits until it is ready.
    Running launch(Engine engine) {
        start();
        // Once it is ready: to start it takes what cores there are.
        engine.keepToOneCore(getContainerId());
        String since = getCurrentContainerInfo().getState().getStartedAt();
        return new Running(engine, getContainerId(), getEndpoint(), String.valueOf(since));
    }

    /// As soon as there is a container, ready or not.
    Optional<String> id() {
        return id;
    }

    LastWords lastWords() {
        return lastWords;
    }
}
