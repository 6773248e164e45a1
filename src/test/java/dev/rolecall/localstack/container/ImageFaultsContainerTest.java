package dev.rolecall.localstack.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rolecall.fault.UserError;
import dev.rolecall.localstack.TestContainer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Images that cannot be had, and images that do not become a LocalStack.
@Tag("container")
@Timeout(120)
class ImageFaultsContainerTest {
    private final List<String> progress = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void anEngine() {
        TestContainer.assumeEngine();
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(TestEngine.ofThisShell()).isEmpty();
    }

    private UserError faultOf(String image) {
        try (Container container = Container.start(image, progress::add)) {
            UserError error = catchThrowableOfType(UserError.class, container::endpoint);
            assertThat(error.getMessage()).doesNotContain("\n");
            return error;
        }
    }

    private UserError faultOf(TestImage image) {
        try (image) {
            return faultOf(image.name());
        }
    }

    @Test
    void oneThatAsksForALicence() {
        TestImage image =
                TestImage.thatRuns(
                        "echo 'LocalStack version: 2026.3.1'",
                        "echo 'Localstack returning with exit code 55. Reason: '",
                        "echo '==============================================='",
                        "echo 'The license activation failed for the following reason:'",
                        "echo 'No credentials were found in the environment.'",
                        "exit 55");
        assertThat(faultOf(image))
                .hasMessage(
                        "image `%s` asks for a licence token; take one that asks for none: --image"
                                + " localstack/localstack:4.14.0",
                        image.name());
    }

    @Test
    void oneThatEndsAtOnce() {
        TestImage image =
                TestImage.thatRuns("echo one; echo two; echo; echo three", "echo four; exit 3");
        assertThat(faultOf(image))
                .hasMessage(
                        "the container of `%s` ended at once with exit code 3; its last words: two |"
                                + " three | four; take an image of LocalStack, such as --image"
                                + " localstack/localstack:4.14.0",
                        image.name());
    }

    @Test
    void oneThatEndsSilently() {
        TestImage image = TestImage.thatRuns("exit 0");
        assertThat(faultOf(image))
                .hasMessageContaining("with exit code 0 and printed nothing; take");
    }

    /// Each container has a file system of 64 MB in memory, which is filled for real.
    @Test
    void oneThatFindsTheDiskFull() {
        TestImage image = TestImage.thatRuns("exec dd if=/dev/zero of=/dev/shm/all bs=1M");
        assertThat(faultOf(image))
                .hasMessage(
                        "the disk of the Docker engine is full, so `%s` cannot be started; free some"
                                + " of it (docker system df says what takes it) and start again",
                        image.name());
    }

    @Test
    void oneThatIsNotHereWithoutANetwork() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        String image = "127.0.0.1:" + port + "/localstack:1";
        UserError fault = faultOf(image);
        assertThat(fault.what())
                .startsWith("image `" + image + "` is not here and cannot be pulled (Get \"http")
                .contains("connection refused")
                .doesNotContain("Status 500", "\\");
        assertThat(fault.whatToDo())
                .isEqualTo(
                        "connect to the network, or load it from a file (docker load):"
                                + " docs/localstack.md");
        assertThat(progress).isEmpty();
    }

    @Test
    void oneWhoseRegistryNeverAnswers() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String image = "127.0.0.1:" + silent.getLocalPort() + "/localstack:1";
            assertThat(faultOf(image))
                    .hasMessageStartingWith(
                            "image `%s` is not here, and its registry did not answer for 9 s; connect",
                            image);
        }
    }

    @Test
    void oneThatItsRegistryDoesNotHave() throws IOException {
        try (TestRegistry registry = new TestRegistry()) {
            String image = registry.address() + "/localstack:none";
            assertThat(faultOf(image))
                    .hasMessage(
                            "there is no image `%s`, neither here nor in its registry; look at its"
                                    + " name; the usual one is localstack/localstack:4.14.0",
                            image);
        }
    }

    @Test
    void aPullTellsHowFarItIsAndAnImageOfSomethingElseIsRefused() throws Exception {
        try (TestRegistry registry = new TestRegistry()) {
            String image = registry.address() + "/localstack:1";
            UserError fault = faultOf(image);
            new TestImage(image).close();
            List<String> pulling =
                    progress.stream().filter(line -> line.startsWith("pulling")).toList();
            assertThat(pulling).hasSizeBetween(2, 6).doesNotHaveDuplicates();
            assertThat(pulling)
                    .allSatisfy(line ->
                            assertThat(line).matches("pulling \\Q" + image + "\\E, \\d?\\d %"));
            assertThat(fault.what())
                    .startsWith("the container of `" + image + "` did not start (")
                    .contains("\"sh\"");
        }
    }

    @Test
    void aPullIsGivenUpWhenTheShellEnds() throws Exception {
        try (TestRegistry registry = new TestRegistry()) {
            String image = registry.address() + "/localstack:1";
            Container container = Container.start(image, progress::add);
            while (progress.isEmpty()) {
                Thread.sleep(5);
            }
            container.close();
            assertThat(catchThrowableOfType(UserError.class, container::endpoint))
                    .hasMessageStartingWith("LocalStack was ended before it was ready");
            assertThat(TestEngine.engine().hasImage(image)).isFalse();
        }
    }

    @Test
    void whatIsNoName() {
        assertThat(faultOf("Not A Name"))
                .hasMessage(
                        "`Not A Name` is no name of an image; give one such as"
                                + " localstack/localstack:4.14.0");
    }
}
