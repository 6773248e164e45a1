package dev.rolecall.localstack;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/// What a test looks at, and does, behind the back of what it tests.
public final class TestEngine {
    private TestEngine() {}

    public static DockerClient client() {
        return DockerClientFactory.instance().client();
    }

    static Engine engine() {
        return Engine.find(Map.of());
    }

    /// The containers of this JVM.
    public static List<String> ofThisShell() {
        return ofShell(ProcessHandle.current().pid());
    }

    /// The containers of the shell with that process number on this machine, whatever their state.
    static List<String> ofShell(long pid) {
        String where = Processes.here().own().where();
        return engine().labelled(ShellMark.SHELL).entrySet().stream()
                .filter(each ->
                        ShellMark.of(each.getValue())
                                .filter(mark -> mark.pid() == pid && mark.where().equals(where))
                                .isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Creates a container with labels and does not start it.
    static String create(Map<String, String> labels) {
        try (CreateContainerCmd create = client().createContainerCmd(TestContainer.IMAGE)) {
            return create.withLabels(labels).exec().getId();
        }
    }

    /// Where a container of LocalStack listens, for clients that go past the guard.
    public static URI endpoint(String id) {
        int port =
                client().listContainersCmd().exec().stream()
                        .filter(each -> each.getId().equals(id))
                        .flatMap(each -> Stream.of(each.getPorts()))
                        .filter(each -> Integer.valueOf(4566).equals(each.getPrivatePort()))
                        .flatMap(each -> Optional.ofNullable(each.getPublicPort()).stream())
                        .findFirst()
                        .orElseThrow();
        return URI.create("http://127.0.0.1:" + port);
    }

    static InspectContainerResponse inspect(String id) {
        return client().inspectContainerCmd(id).exec();
    }
}
