package dev.rolecall.localstack.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Ports;
import dev.rolecall.localstack.TestContainer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.testcontainers.DockerClientFactory;

/// What a test looks at, and does, behind the back of what it tests.
public final class TestEngine {
    private TestEngine() {}

    public static DockerClient client() {
        return DockerClientFactory.instance().client();
    }

    public static Engine engine() {
        return Engine.find(Map.of());
    }

    /// The containers of this JVM.
    public static List<String> ofThisShell() {
        return ofShell(ProcessHandle.current().pid());
    }

    /// The containers of the shell with that process number on this machine, whatever their state.
    public static List<String> ofShell(long pid) {
        String where = Processes.here().own().where();
        return engine().labelled(ShellMark.SHELL).entrySet().stream()
                .filter(each ->
                        ShellMark.of(each.getValue())
                                .filter(mark -> mark.pid() == pid && mark.where().equals(where))
                                .isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Where the LocalStack in a container of this machine's listens.
    public static URI endpoint(String id) {
        Ports.Binding[] bindings =
                inspect(id)
                        .getNetworkSettings()
                        .getPorts()
                        .getBindings()
                        .getOrDefault(ExposedPort.tcp(4566), new Ports.Binding[0]);
        String host = DockerClientFactory.instance().dockerHostIpAddress();
        return URI.create("http://" + host + ":" + bindings[0].getHostPortSpec());
    }

    /// Creates a container with labels and does not start it.
    public static String create(Map<String, String> labels) {
        try (CreateContainerCmd create = client().createContainerCmd(TestContainer.IMAGE)) {
            return create.withLabels(labels).exec().getId();
        }
    }

    public static InspectContainerResponse inspect(String id) {
        return client().inspectContainerCmd(id).exec();
    }
}
