package dev.rolecall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.localstack.container.TestEngine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A container that dies, or hangs, while a learner is at work in the built shell.
@Tag("container")
class ContainerFaultsIT {
    private static final String ASK =
            "var hat = as(\"Test\").sts().assumeRole(b -> b.roleArn("
                    + "\"arn:aws:iam::111122223333:role/account-s3-full-access\")"
                    + ".roleSessionName(\"example-role\"));";

    private static final String LATE = "iam.createUser(b -> b.userName(\"Late\"))";

    @TempDir Path home;

    @BeforeAll
    static void thereIsAnEngineAndATerminal() {
        LocalStackShell.assume();
    }

    @Test
    void oneThatIsKilledInTheMiddleOfStepFiveCostsTheBucketsAndNothingElse() throws Exception {
        try (LocalStackShell shell = LocalStackShell.ready(home)) {
            shell.pty.type("/goto 5");
            shell.pty.await("assume-role 5/7 admin> ");
            shell.say("s3.createBucket(b -> b.bucket(\"of-mine\"))");
            assertThat(shell.say(ASK)).contains("[ok]");
            TestEngine.client().killContainerCmd(shell.container()).exec();

            assertTold(shell.told(LATE), "is gone|ended in the middle of this");
            assertTold(shell.told("s3.listBuckets()"), "is gone");
            assertThat(shell.told("6 * 7")).contains("==> 42");
            assertTold(shell.told("/check"), "is gone");
            assertTold(shell.told("/diff"), "is gone");
            shell.leave();
            assertThat(shell.containers()).isEmpty();
        }
        try (LocalStackShell again = LocalStackShell.ready(home)) {
            assertThat(again.pty.all())
                    .contains(
                            "You go on where you left",
                            "Step 5 of 7",
                            "Gone with the earlier container, with all that was in them: bucket of-mine");
            assertThat(again.there().users()).containsExactlyInAnyOrder("admin", "Test");
            assertThat(again.there().roles()).containsExactly("account-s3-full-access");
            assertThat(again.there().trust("account-s3-full-access")).contains("user/Test");
            assertThat(again.say("iam.listUsers().users().size()")).contains("==> 2");
            again.say("/as hat");
            assertThat(again.say("sts.getCallerIdentity().arn()")).contains("Step 5 is done.");
            again.leave();
        }
    }

    @Test
    void oneThatIsPausedIsToldAndNothingIsLost() throws Exception {
        try (LocalStackShell shell = LocalStackShell.ready(home)) {
            shell.say("iam.createUser(b -> b.userName(\"Test\"))");
            String container = shell.container();
            TestEngine.client().pauseContainerCmd(container).exec();
            assertTold(shell.told(LATE), "did not answer");
            assertTold(
                    shell.told("s3.createBucket(b -> b.bucket(\"late\"))"),
                    "still does not answer, so nothing was sent");
            TestEngine.client().unpauseContainerCmd(container).exec();

            // What was sent to it while it slept it did when it woke, or it did not.
            boolean did = shell.there().users().contains("Late");
            assertThat(shell.say("/diff").contains("Late")).isEqualTo(did);
            shell.say("/adopt");
            assertThat(shell.say("/diff")).doesNotContain("Drift");
            assertThat(shell.say("iam.listUsers().users().size()")).contains(did ? "3" : "2");
            assertThat(shell.say("/check")).contains("[ok]");
        }
    }

    /// One line, and none of ours.
    private static void assertTold(String screen, String what) {
        List<String> lines = screen.lines().filter(line -> line.contains("LocalStack")).toList();
        assertThat(lines).as(screen).hasSize(1).first().asString().containsPattern(what);
        assertThat(screen).doesNotContain("\tat ", "Broke", "NullPointer");
    }
}
