package dev.rolecall.localstack.container;

import dev.rolecall.localstack.TestContainer;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.builder.ImageFromDockerfile;

/// An image made from LocalStack's for a test, and removed with it.
///
/// @param name as the engine knows it
public record TestImage(String name) implements AutoCloseable {
    private static final String ENTRYPOINT = "/usr/local/bin/docker-entrypoint.sh";

    /// LocalStack's image with another program in LocalStack's place.
    public static TestImage thatRuns(String... lines) {
        String script = "#!/bin/bash\n" + String.join("\n", lines) + "\n";
        return new TestImage(
                new ImageFromDockerfile()
                        .withFileFromString("script", script)
                        .withDockerfileFromBuilder(file ->
                                file.from(TestContainer.IMAGE)
                                        .copy("script", ENTRYPOINT)
                                        .run("chmod", "755", ENTRYPOINT)
                                        .build())
                        .get());
    }

    @Override
    public void close() {
        DockerClientFactory.instance().client().removeImageCmd(name).withForce(true).exec();
    }
}
