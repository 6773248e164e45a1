package dev.rolecall.localstack;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/// The real container that tests share: one for each JVM, started at the first need, ended with it.
/// Each test takes an account of its own, so that none sees another's entities.
public final class TestContainer {
    /// The public image, or the one that the environment names.
    public static final String IMAGE =
            System.getenv()
                    .getOrDefault("ROLECALL_LOCALSTACK_IMAGE", "localstack/localstack:4.14.0");

    private static Optional<URI> started = Optional.empty();
    private static int accounts = 100_000;

    private TestContainer() {}

    /// Where it listens. Where no engine answers the test is not run, and says so.
    public static synchronized URI uri() {
        String given = System.getenv().getOrDefault("ROLECALL_TEST_LOCALSTACK", "");
        if (!given.isEmpty()) {
            return URI.create(given);
        }
        if (started.isEmpty()) {
            LocalStackContainer container = own();
            container.start();
            Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
            started = Optional.of(container.getEndpoint());
        }
        return started.get();
    }

    /// For tests that need an engine of their own.
    ///
    /// @throws AssertionError if there is none where the environment says that there must be
    public static void assumeEngine() {
        boolean answers = DockerClientFactory.instance().isDockerAvailable();
        if (!answers && System.getenv().containsKey("ROLECALL_NEEDS_DOCKER")) {
            throw new AssertionError(
                    "no Docker engine answers here, and ROLECALL_NEEDS_DOCKER is set");
        }
        assumeTrue(answers, "NOT TRIED ON LOCALSTACK: no Docker engine answers here");
    }

    /// A container that a test starts, stops, pauses and kills as it likes.
    public static LocalStackContainer own() {
        assumeEngine();
        return new LocalStackContainer(
                        DockerImageName.parse(IMAGE)
                                .asCompatibleSubstituteFor("localstack/localstack"))
                .withServices("s3", "iam", "sts")
                .withLabel("dev.rolecall", "test");
    }

    /// The 12 digits of an account that no other test of this JVM uses.
    public static synchronized String account() {
        accounts++;
        return "111111" + accounts;
    }
}
