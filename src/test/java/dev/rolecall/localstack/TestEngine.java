package dev.rolecall.localstack;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import java.util.List;
import java.util.Map;
import org.testcontainers.DockerClientFactory;

/// What a test looks at, and does, behind the back of what it tests.
final class TestEngine {
    private TestEngine() {}

    static DockerClient client() {
        return DockerClientFactory.instance().client();
    }

    static Engine engine() {
        return Engine.find(Map.of());
    }

    /// The containers of this JVM.
    static List<String> ofThisShell() {
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

    static InspectContainerResponse inspect(String id) {
        return client().inspectContainerCmd(id).exec();
    }
}
