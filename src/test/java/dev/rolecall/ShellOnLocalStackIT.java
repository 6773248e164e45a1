package dev.rolecall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.localstack.TestContainer;
import dev.rolecall.localstack.container.TestEngine;
import dev.rolecall.localstack.container.TestImage;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.localstack.LocalStackContainer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;

/// How the built shell comes and goes with a LocalStack.
@Tag("container")
class ShellOnLocalStackIT {
    private static final Path FIRST_STEP = Path.of("labs/assume-role/1-no-permission-user");

    @TempDir Path home;

    @BeforeAll
    static void thereIsAnEngineAndATerminal() {
        LocalStackShell.assume();
    }

    @Test
    void theTaskAndThePromptDoNotWaitForTheContainer() throws Exception {
        try (TestImage never = TestImage.thatRuns("sleep 600");
                LocalStackShell shell =
                        LocalStackShell.start(home, "localstack", "--image", never.name())) {
            assertThat(shell.awaitPrompt())
                    .contains("cloud: LocalStack", "Step 1 of 7  A user with no permission");
            shell.pty.await("starting LocalStack");
            shell.awaitPrompt();
            assertThat(shell.say("/hint")).contains("Hint 1 of 3");
            shell.leave();
            assertThat(shell.containers()).isEmpty();
            assertThat(shell.pty.all()).doesNotContain("cannot be used", "Exception");
        }
    }

    @Test
    void afterTheFirstStepCtrlDLeavesNoContainer() throws Exception {
        try (LocalStackShell shell = LocalStackShell.ready(home)) {
            PlayTheLab.play(shell.pty, FIRST_STEP);
            assertThat(shell.there().users()).containsExactlyInAnyOrder("admin", "Test");
            shell.leave();
            assertThat(shell.containers()).isEmpty();
        }
    }

    @Test
    void ctrlCAtThePromptKeepsBothAndASignalEndsBoth() throws Exception {
        try (LocalStackShell shell = LocalStackShell.ready(home)) {
            shell.pty.press("int unfinished" + LocalStackShell.CTRL_C);
            shell.awaitPrompt();
            shell.pty.press(LocalStackShell.CTRL_C);
            shell.awaitPrompt();
            assertThat(shell.say("iam.listUsers().users().size()")).contains("==> 1");
            assertThat(shell.containers()).hasSize(1);
            shell.program().destroy();
            shell.pty.end();
            assertThat(shell.containers()).isEmpty();
            assertThat(shell.pty.all()).doesNotContain("Exception");
        }
    }

    @Test
    void ctrlCBeforeThePromptLeavesNoContainer() throws Exception {
        try (LocalStackShell shell = LocalStackShell.start(home, "localstack")) {
            while (shell.containers().isEmpty()) {
                Thread.sleep(5);
            }
            shell.pty.press(LocalStackShell.CTRL_C + LocalStackShell.CTRL_D);
            shell.pty.end();
            assertThat(shell.containers()).isEmpty();
        }
    }

    @Test
    void afterKill9TheNextStartRemovesTheContainerAndGoesOn() throws Exception {
        try (LocalStackShell killed = LocalStackShell.ready(home)) {
            killed.say("iam.createUser(b -> b.userName(\"Test\"))");
            String left = killed.container();
            killed.pty.kill();
            assertThat(killed.container()).as("nobody could remove it").isEqualTo(left);

            try (LocalStackShell next = LocalStackShell.ready(home)) {
                assertThat(next.pty.all())
                        .contains(
                                "You go on where you left",
                                "removed what a killed shell had left: containers, 1");
                assertThat(killed.containers()).isEmpty();
                assertThat(next.there().users()).containsExactlyInAnyOrder("admin", "Test");
                next.leave();
                assertThat(next.containers()).isEmpty();
            }
        }
    }

    /// A classroom's own: what was there before is seen, and stays.
    @Test
    void ofALocalStackThatRunsNothingIsDeleted() throws Exception {
        try (LocalStackContainer classroom = TestContainer.own()) {
            classroom.start();
            URI endpoint = classroom.getEndpoint();
            Direct there = Direct.to(endpoint);
            make(there);
            try (LocalStackShell shell = LocalStackShell.start(home, endpoint.toString())) {
                shell.pty.await("Taken over from LocalStack: ");
                shell.settle();
                assertSeen(shell);
                PlayTheLab.play(shell.pty, FIRST_STEP);
                shell.say("s3.createBucket(b -> b.bucket(\"mine\"))");
                assertThat(there.users()).containsExactlyInAnyOrder("admin", "Test", "before");
                assertThat(there.buckets()).containsOnlyKeys("before", "mine");

                assertThat(shell.say("/reset lab")).contains("Step 1 of 7").doesNotContain("but");
                assertThat(there.users()).containsExactlyInAnyOrder("admin", "before");
                assertSeen(shell);
                assertThere(there);
                shell.leave();
            }
            assertThere(there);
            assertThat(TestEngine.client().inspectContainerCmd(classroom.getContainerId()).exec())
                    .returns(true, inspected -> inspected.getState().getRunning());
        }
    }

    private static void make(Direct there) {
        try (IamClient iam = there.iam();
                S3Client s3 = there.s3()) {
            iam.createUser(b -> b.userName("before"));
            iam.createAccessKey(b -> b.userName("before"));
            iam.createRole(b -> b.roleName("before").assumeRolePolicyDocument(TRUST));
            s3.createBucket(b -> b.bucket("before"));
            s3.putObject(b -> b.bucket("before").key("k"), RequestBody.fromString("kept"));
        }
    }

    private static final String TRUST =
            """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
              "Principal": {"AWS": "arn:aws:iam::111122223333:user/before"},
              "Action": "sts:AssumeRole"}}
            """;

    private static void assertSeen(LocalStackShell shell) throws Exception {
        assertThat(shell.say("iam.getUser(b -> b.userName(\"before\")).user().arn()"))
                .contains("==> \"arn:aws:iam::111122223333:user/before\"");
        assertThat(shell.say("iam.getRole(b -> b.roleName(\"before\")).role().arn()"))
                .contains("==> \"arn:aws:iam::111122223333:role/before\"");
        assertThat(
                        shell.say(
                                "s3.getObjectAsBytes(b -> b.bucket(\"before\").key(\"k\")).asUtf8String()"))
                .contains("==> \"kept\"");
    }

    private static void assertThere(Direct there) {
        assertThat(there.users()).contains("before");
        assertThat(there.activeKeys("before")).isEqualTo(1);
        assertThat(there.roles()).contains("before");
        assertThat(there.trust("before")).contains("arn:aws:iam::111122223333:user/before");
        assertThat(there.buckets()).isEqualTo(Map.of("before", Map.of("k", "kept")));
    }
}
