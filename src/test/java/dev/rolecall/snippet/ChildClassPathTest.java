package dev.rolecall.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildClassPathTest {
    @Test
    void itHasTheSdkAndTheAgentAndNothingOfTheHouse(@TempDir Path folder) {
        List<String> names =
                ChildClassPath.in(folder).stream()
                        .map(jar -> jar.getFileName().toString())
                        .toList();
        assertThat(names)
                .anyMatch(n -> n.startsWith("iam-"))
                .anyMatch(n -> n.startsWith("netty-nio-client-"))
                .anyMatch(n -> n.startsWith("reactive-streams-"))
                .noneMatch(n -> n.startsWith("junit-"))
                .noneMatch(n -> n.startsWith("jackson-"))
                .noneMatch(n -> n.startsWith("assertj-"))
                .allMatch(n -> n.endsWith(".jar"));
        assertThat(names.getLast()).matches("agent-[0-9a-f]{8}\\.jar");
    }

    @Test
    void theAgentsJarHasTheAgentAloneAndIsMadeOnce(@TempDir Path folder) throws Exception {
        Path jar = ChildClassPath.in(folder).getLast();
        try (JarFile file = new JarFile(jar.toFile())) {
            assertThat(file.stream().map(JarEntry::getName))
                    .isNotEmpty()
                    .allMatch(n -> n.startsWith("dev/rolecall/snippet/agent/"));
        }
        long made = jar.toFile().lastModified();
        assertThat(ChildClassPath.in(folder).getLast()).isEqualTo(jar);
        assertThat(jar.toFile().lastModified()).isEqualTo(made);
    }
}
