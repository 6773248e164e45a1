package dev.rolecall.localstack.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class NothingLoadedTest {
    @Test
    void whoStartsNoContainerLoadsNothingOfTestcontainers(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("classes");
        List<String> main = List.of(ContainerBystander.class.getName(), "http://127.0.0.1:9");
        try (ChildJvm jvm =
                ChildJvm.start(
                        List.of("-Xlog:class+load=info:file=" + log), main, Map.of(), Set.of())) {
            assertThat(jvm.await("ERROR no LocalStack answers")).isPresent();
            jvm.awaitEnd();
        }
        assertThat(Files.readString(log))
                .contains("dev.rolecall.localstack.container.StartedContainer ")
                .doesNotContain("org.testcontainers")
                .doesNotContain("com.github.dockerjava")
                .doesNotContain("java.net.http.")
                .doesNotContain("software.amazon.awssdk");
    }
}
