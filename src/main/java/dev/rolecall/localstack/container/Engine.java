package dev.rolecall.localstack.container;

import static java.util.stream.Collectors.toMap;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.rolecall.fault.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.EnvironmentAndSystemPropertyClientProviderStrategy;
import org.testcontainers.dockerclient.TestcontainersHostPropertyClientProviderStrategy;

/// The Docker engine, as Testcontainers finds it.
final class Engine {
    /// To find it and to hear that it is there. One that answers a plain ping is waited for longer:
    /// then it is this machine that is busy.
    private static final Duration FIND = Duration.ofSeconds(7);

    private static final int MOST_FINDS = 8;

    private static final Duration PING = Duration.ofSeconds(4);

    private static final Path USUAL = Path.of("/var/run/docker.sock");

    private final DockerClient client;

    private Engine(DockerClient client) {
        this.client = client;
    }

    /// @throws UserError if there is none, or one that does not answer
    static Engine find(Map<String, String> environment) {
        String wanted = environment.getOrDefault("DOCKER_HOST", "");
        try {
            int[] waited = {0};
            return Patience.asLongAs(
                    () -> ++waited[0] < MOST_FINDS && Ping.answered(wanted),
                    FIND,
                    () -> {
                        Reaper.nobodyYet();
                        if (!wanted.isEmpty() && !asWanted()) {
                            throw Trouble.noEngine("at DOCKER_HOST=" + wanted);
                        }
                        return new Engine(DockerClientFactory.instance().client());
                    });
        } catch (TimeoutException e) {
            throw Trouble.silentEngine(
                    wanted.isEmpty() ? "" : " at DOCKER_HOST=" + wanted, FIND.toSeconds());
        } catch (IllegalStateException | DockerException e) {
            if (wanted.isEmpty() && Files.exists(USUAL) && !Files.isWritable(USUAL)) {
                throw Trouble.forbiddenEngine(USUAL);
            }
            throw Trouble.noEngine(wanted.isEmpty() ? "here" : "at DOCKER_HOST=" + wanted);
        }
    }

    /// Testcontainers goes on to other engines where the wanted one does not answer. Then a learner
    /// would look for the container in the wrong place.
    @SuppressWarnings("deprecation") // says no other way which engine it took
    private static boolean asWanted() {
        DockerClientFactory factory = DockerClientFactory.instance();
        factory.getTransportConfig();
        return factory.isUsing(EnvironmentAndSystemPropertyClientProviderStrategy.class)
                || factory.isUsing(TestcontainersHostPropertyClientProviderStrategy.class);
    }

    DockerClient client() {
        return client;
    }

    /// Whether it still answers.
    boolean answers() {
        try {
            return Patience.atMost(
                    PING,
                    () -> {
                        client.pingCmd().exec();
                        return true;
                    });
        } catch (TimeoutException | RuntimeException e) {
            return false;
        }
    }

    boolean hasImage(String name) {
        try {
            client.inspectImageCmd(name).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    /// All containers that carry a label, stopped ones too: their ids and labels.
    Map<String, Map<String, String>> labelled(String label) {
        return client
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(List.of(label))
                .exec()
                .stream()
                .collect(toMap(each -> each.getId(), each -> Map.copyOf(each.getLabels())));
    }

    /// Nothing if there is no such container.
    Optional<InspectContainerResponse.ContainerState> inspect(String id) {
        try {
            return Optional.of(client.inspectContainerCmd(id).exec().getState());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /// Keeps a container to one of the engine's cores. LocalStack is one Python process, whose
    /// threads hand the interpreter's lock to one another: from core to core that takes longer than
    /// what they do with it (docs/performance.md has figures). An engine that cannot do it, as one
    /// without root may not, leaves the container as it is.
    void keepToOneCore(String id) {
        try {
            Integer cores = client.infoCmd().exec().getNCPU();
            if (cores != null && cores > 1) {
                int core = ThreadLocalRandom.current().nextInt(cores);
                client.updateContainerCmd(id).withCpusetCpus(Integer.toString(core)).exec();
            }
        } catch (DockerException e) {
            return;
        }
    }

    /// Kills and removes a container, with its volumes. One that is gone or going is well.
    void remove(String id) {
        try {
            client.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
        } catch (DockerException e) {
            // Not there any more, or being removed by another (status 409).
            if (e.getHttpStatus() != 404 && e.getHttpStatus() != 409) {
                throw e;
            }
        }
    }
}
