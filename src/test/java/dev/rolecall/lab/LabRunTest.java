package dev.rolecall.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.cloud.Exchange;
import dev.rolecall.snippet.Completeness;
import dev.rolecall.snippet.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the commands do, in one run of a little lab that begins anew before each test.
class LabRunTest {
    private static final String ADA = "iam.createUser(b -> b.userName(\"Ada\"))";
    private static final String KEY = "iam.createAccessKey(b -> b.userName(\"Ada\"))";

    @TempDir static Path folder;
    private static Player player;

    @BeforeAll
    static void open() {
        player = new Player(LittleLab.in(folder.resolve("labs")).read(), folder, Optional.empty());
    }

    @AfterAll
    static void close() {
        player.close();
    }

    @BeforeEach
    void fromTheBeginning() {
        player.also(event -> {});
        player.type("/clock reset");
        player.type("/reset lab");
    }

    // Java and checks

    @Test
    void whatASnippetChangesIsTickedOnceAndEndsTheStep() {
        assertThat(player.type("1 + 1", Event.Ticked.class)).isEmpty();
        List<Event> events = player.type(ADA);
        assertThat(Player.of(events, Event.Ticked.class))
                .containsExactly(new Event.Ticked(1, 1, "Ada exists", true));
        assertThat(Player.of(events, Event.StepDone.class))
                .containsExactly(new Event.StepDone(player.run.lab().steps().getFirst(), false));
        assertThat(player.type("1 + 1", Event.StepDone.class)).isEmpty();
    }

    @Test
    void aDoneStepStaysDoneThoughItsCriterionNoLongerHolds() {
        player.type(ADA);
        player.type("iam.deleteUser(b -> b.userName(\"Ada\"))");
        assertThat(player.run.stepDone()).isTrue();
        assertThat(player.type("/check", Event.Checked.class))
                .singleElement()
                .satisfies(checked -> {
                    assertThat(checked.done()).isTrue();
                    assertThat(checked.outcome().done()).isFalse();
                });
    }

    @Test
    void aCriterionThatIsLostAgainIsTickedOff() {
        player.type(ADA);
        player.type("/next");
        assertThat(player.type(KEY, Event.Ticked.class)).hasSize(2);
        player.type("/reset step");
        player.type("/goto 1");
        assertThat(player.run.stepDone()).isFalse();
    }

    @Test
    void blanksDoNothingUntilTheStepIsDoneAndThenGoOn() {
        assertThat(player.type("  ")).isEmpty();
        player.type(ADA);
        assertThat(player.type("", Event.Task.class)).hasSize(1);
        assertThat(player.prompt()).isEqualTo("little 2/2 admin> ");
        player.type(KEY);
        assertThat(player.run.isLast()).isTrue();
        assertThat(player.type("")).isEmpty();
    }

    @Test
    void aSnippetThatFailsEndsThePastedTextAndSaysSo() {
        assertThat(player.type("int a = 1; int b = \"x\"; int c = 3;"))
                .last()
                .isEqualTo(new Event.Said("The rest of what you typed did not run."));
        assertThat(player.value("a")).isEqualTo("1");
    }

    @Test
    void aCommentRunsNothing() {
        assertThat(player.type("// a comment")).isEmpty();
        assertThat(player.run.analyse("int f() {")).isEqualTo(Completeness.INCOMPLETE);
    }

    // Going on, ahead and back

    @Test
    void nextRefusesAStepThatIsOpenAndSaysHowMuchIsMet() {
        assertThat(player.refused("/next").what())
                .isEqualTo("step 1 is not done: 0 of 1 criteria are met");
        assertThat(player.prompt()).startsWith("little 1/2");
    }

    @Test
    void nextAfterTheLastStepSaysThatItWasTheLast() {
        player.type("/goto 2");
        player.type(KEY);
        assertThat(player.type("/next", Event.Said.class)).hasSize(1);
        assertThat(player.prompt()).startsWith("little 2/2");
    }

    @Test
    void gotoAheadDoesTheStepsInBetweenAndShowsTheTask() {
        List<Event> events = player.type("/goto 2");
        assertThat(events).first().isEqualTo(new Event.Said("Step 1 was done for you."));
        assertThat(Player.of(events, Event.Task.class)).hasSize(1);
        assertThat(Player.of(events, Event.Typed.class)).isEmpty();
        assertThat(player.value("iam.listUsers().users().size()")).isEqualTo("2");
    }

    @Test
    void gotoAheadFromAStepThatIsDoneClaimsNothing() {
        player.type(ADA);
        assertThat(player.type("/goto 2", Event.Said.class)).isEmpty();
        assertThat(player.prompt()).startsWith("little 2/2");
    }

    @Test
    void gotoBackTakesCloudAndVariablesBack() {
        player.type("int kept = 1;");
        player.type(ADA);
        player.type("/next");
        player.type("int later = 2;");
        player.type(KEY);
        player.type("/goto 2");
        player.type("/goto 1");
        assertThat(player.value("iam.listUsers().users().size()")).isEqualTo("1");
        assertThat(player.type("later", Event.Answered.class))
                .singleElement()
                .satisfies(answer ->
                        assertThat(answer.snippet().outcome())
                                .isInstanceOf(Outcome.CompileError.class));
    }

    @Test
    void whoeverGoesBackAndAheadAgainFindsTheStepsInBetweenDone() {
        player.type("/goto 2");
        player.type("/goto 1");
        assertThat(player.run.stepDone()).isFalse();
        assertThat(player.run.done()).contains(1);
        assertThat(player.refused("/next").what()).startsWith("step 1 is not done");
        player.type("/goto 2");
        assertThat(player.value("iam.listUsers().users().size()")).isEqualTo("2");
    }

    @Test
    void gotoWhereOneIsLosesNothing() {
        player.type("int kept = 1;");
        assertThat(player.refused("/goto 1"))
                .isEqualTo(new Event.Rejected("you are at step 1", "/reset step begins it again"));
        assertThat(player.value("kept")).isEqualTo("1");
    }

    @Test
    void aStepMayBeNamedById() {
        player.type("/goto give-a-key");
        assertThat(player.prompt()).startsWith("little 2/2");
    }

    @Test
    void resetStepTakesBackWhatTheStepBroughtAndKeepsWhatWasBefore() {
        player.type(ADA);
        player.type("int before = 1;");
        player.type("/next");
        player.type(KEY);
        player.type("int during = 2;");
        List<Event> events = player.type("/reset step");
        assertThat(events)
                .contains(new Event.Said("Cloud and Java are as they were when step 2 began."))
                .last()
                .isInstanceOf(Event.Task.class);
        assertThat(player.value("before")).isEqualTo("1");
        assertThat(player.run.javaShell().variables())
                .extracting(variable -> variable.name())
                .doesNotContain("during");
        assertThat(player.type("/diff", Event.Differs.class).getFirst().differences()).isEmpty();
    }

    @Test
    void resetForgetsTheAnswersOfSnippetsThatAreGone() {
        player.type(ADA);
        player.type("/reset lab");
        assertThat(player.run.cloud().tape().exchanges()).extracting(Exchange::snippet).isEmpty();
        assertThat(player.run.cloud().trail().size()).isZero();
    }

    @Test
    void resetNeedsToKnowWhat() {
        assertThat(player.refused("/reset").whatToDo())
                .isEqualTo("write /reset step or /reset lab");
        assertThat(player.refused("/reset everything").what())
                .isEqualTo("cannot reset `everything`");
    }

    // Solving

    @Test
    void solveTypesTheSolutionAndDoesTheStep() {
        List<Event> events = player.type("/solve");
        assertThat(Player.of(events, Event.Typed.class))
                .singleElement()
                .satisfies(typed -> assertThat(typed.line()).contains("createUser"));
        assertThat(Player.of(events, Event.StepDone.class)).hasSize(1);
        assertThat(player.type("/solve", Event.Said.class))
                .containsExactly(new Event.Said("Step 1 is done already. /next goes on."));
    }

    @Test
    void solveThatCannotWorkFromHereSaysSo() {
        player.type("/goto 2");
        player.type("for (int i = 0; i < 2; i++) " + KEY);
        assertThat(player.type("/solve", Event.Rejected.class))
                .singleElement()
                .satisfies(rejected ->
                        assertThat(rejected.what()).startsWith("the reference solution of step 2"));
    }

    @Test
    void ctrlCEndsASolveBeforeItsNextLine() {
        player.also(event -> {
            if (event instanceof Event.Typed) {
                player.run.stop();
            }
        });
        assertThat(player.type("/solve"))
                .contains(new Event.Said("Stopped. /reset step takes back what was done so far."));
    }

    // Looking

    @Test
    void checkLooksAtAStepThatHasBegunAndAtNoOther() {
        assertThat(player.type("/check", Event.Checked.class)).hasSize(1);
        assertThat(player.refused("/check 2").what()).isEqualTo("step 2 has not begun");
        assertThat(player.refused("/check 9").what()).isEqualTo("there is no step `9`");
        player.type("/goto 2");
        assertThat(player.type("/check 1", Event.Checked.class).getFirst().step().number())
                .isEqualTo(1);
    }

    @Test
    void hintsComeOneByOneAndCanBeHadAgain() {
        int shown = player.run.hintsShown();
        for (int rung = shown + 1; rung <= 3; rung++) {
            assertThat(player.type("/hint", Event.Hinted.class).getFirst().rung()).isEqualTo(rung);
        }
        assertThat(player.refused("/hint").what()).isEqualTo("all three hints were given");
        assertThat(player.type("/hint 1", Event.Hinted.class).getFirst().rung()).isEqualTo(1);
        assertThat(player.refused("/hint 4").what()).isEqualTo("there is no hint `4`");
        assertThat(player.run.hintsShown()).isEqualTo(3);
    }

    @Test
    void whyExplainsTheLastRefusalOrTheRequestOfThatNumber() {
        assertThat(player.type("/why", Event.Said.class))
                .containsExactly(new Event.Said("No request was refused so far."));
        assertThat(player.type("/why 1", Event.Said.class))
                .containsExactly(new Event.Said("No request was made so far."));
        player.type(ADA);
        player.type(KEY);
        assertThat(
                        Player.of(
                                        player.type("as(\"Ada\").s3().listBuckets()"),
                                        Event.Answered.class)
                                .getLast()
                                .refused())
                .isTrue();
        player.type("sts.getCallerIdentity()");
        assertThat(explained("/why").request().operation()).isEqualTo("ListBuckets");
        assertThat(explained("/why").evaluations()).isNotEmpty();
        assertThat(explained("/why 1").request().operation()).isEqualTo("CreateUser");
        assertThat(explained("/why -1").request().operation()).isEqualTo("GetCallerIdentity");
        assertThat(player.refused("/why 0").what()).isEqualTo("there is no request `0`");
        assertThat(player.refused("/why 5").whatToDo()).endsWith("from 1 to 4");
        assertThat(player.refused("/why -9").what()).isEqualTo("there is no request `-9`");
        assertThat(player.refused("/why x").what()).isEqualTo("there is no request `x`");
    }

    private static Event.Explained explained(String command) {
        return player.type(command, Event.Explained.class).getFirst();
    }

    @Test
    void diffTellsWhatTheStepChanged() {
        player.type(ADA);
        assertThat(player.type("/diff", Event.Differs.class).getFirst().differences())
                .containsExactly(new Difference(Difference.Sign.CAME, "user Ada", ""));
    }

    @Test
    void listNamesLabsStepsAndWhatIsDone() {
        player.type("/goto 2");
        Event.Listed listed = player.type("/list", Event.Listed.class).getFirst();
        assertThat(listed.labs()).containsExactly("little");
        assertThat(listed.current()).isEqualTo(2);
        assertThat(listed.done()).contains(1);
    }

    // Acting

    @Test
    void asChangesWhoActsAndThePromptSaysSo() {
        player.type(ADA);
        assertThat(player.refused("/as Ada").what())
                .isEqualTo("the user Ada has no active access key");
        player.type("var key = " + KEY + ".accessKey();");
        assertThat(player.type("/as Ada", Event.ActsNow.class).getFirst().acting().label())
                .isEqualTo("Ada");
        assertThat(player.prompt()).isEqualTo("little 1/2 Ada> ");
        assertThat(player.value("sts.getCallerIdentity().arn()")).endsWith("user/Ada\"");
        player.type("/as admin");
        player.type("/as key");
        assertThat(player.prompt()).isEqualTo("little 1/2 Ada> ");
        assertThat(player.type("/as", Event.ActsNow.class)).hasSize(1);
    }

    @Test
    void asSaysWhatIsWrongWithAName() {
        player.type("int number = 1;");
        assertThat(player.refused("/as number").what())
                .isEqualTo(
                        "the variable `number` holds no credentials"
                                + " (is it null, after a call that failed?)");
        assertThat(player.refused("/as admn").whatToDo()).isEqualTo("did you mean /as admin?");
        player.type("String mallory = null;");
        assertThat(player.refused("/as Mallory").whatToDo()).isEqualTo("users: admin");
        assertThat(player.refused("/as 1 + 1").what()).startsWith("there is no user");
    }

    @Test
    void asAProviderActsAsWhomItGivesOrSaysWhyItGivesNobody() {
        player.type(
                "var fine = StsGetSessionTokenCredentialsProvider.builder().stsClient(sts).build();");
        player.type(
                "var dp = StsAssumeRoleCredentialsProvider.builder().stsClient(sts)"
                        + ".refreshRequest(b -> b.roleSessionName(\"xyz\")"
                        + ".roleArn(\"arn:aws:iam::111122223333:role/none\")).build();");
        assertThat(player.refused("/as dp").what())
                .startsWith("the provider `dp` gave no credentials: STS  AccessDenied (403): ");
        player.type("/as fine");
        assertThat(player.prompt()).startsWith("little 1/2 admin (session) (");
    }

    @Test
    void aSessionIsNamedByItsUserAndCountsDown() {
        player.type("var session = sts.getSessionToken().credentials();");
        player.type("/as session");
        assertThat(player.prompt()).startsWith("little 1/2 admin (session) (");
        List<Event.Ended> ended =
                player.type("/clock +13h", Event.ClockMoved.class).getFirst().ended();
        assertThat(ended)
                .singleElement()
                .satisfies(end -> {
                    assertThat(end.acting()).isTrue();
                    assertThat(end.who()).isEqualTo("admin (session)");
                    assertThat(end.ago().toHours()).isEqualTo(1);
                });
        assertThat(player.prompt()).isEqualTo("little 1/2 admin (session) (ended)> ");
        assertThat(player.type("/clock +1h", Event.ClockMoved.class).getFirst().ended()).isEmpty();
    }

    @Test
    void theClockMovesIsToldAndGoesNoFurtherThanAYear() {
        Event.ClockMoved moved = player.type("/clock +61m", Event.ClockMoved.class).getFirst();
        assertThat(moved.by()).isEqualTo(Duration.ofMinutes(61));
        assertThat(player.type("/clock", Event.ClockMoved.class).getFirst())
                .satisfies(told -> {
                    assertThat(told.by()).isZero();
                    assertThat(told.offset()).isEqualTo(Duration.ofMinutes(61));
                });
        assertThat(player.refused("/clock soon").what())
                .isEqualTo("cannot move the clock by `soon`");
        assertThat(player.refused("/clock +9999999d").whatToDo()).contains("a year away at most");
        assertThat(player.type("/clock reset", Event.ClockMoved.class).getFirst().offset())
                .isZero();
    }

    // Any command

    @Test
    void aCommandThatTakesNothingSaysSoAndDoesNothing() {
        for (String name : List.of("task", "diff", "next", "solve", "list", "quit")) {
            assertThat(player.type("/" + name + " 3"))
                    .containsExactly(
                            new Event.Rejected(
                                    "/" + name + " takes nothing after it",
                                    "/help " + name + " explains it"));
        }
    }

    @Test
    void helpTellsOfAllOfOneAndOfNone() {
        assertThat(player.type("/help", Event.Help.class).getFirst().commands())
                .isEqualTo(Commands.ALL);
        assertThat(player.type("/help /why", Event.Help.class).getFirst().commands())
                .extracting(Command::name)
                .containsExactly("why");
        assertThat(player.refused("/help nothing").what())
                .isEqualTo("there is no command /nothing");
    }

    @Test
    void blanksAroundACommandAndItsArgumentDoNotMatter() {
        assertThat(player.type("  /hint \t 1  ", Event.Hinted.class)).hasSize(1);
    }

    @Test
    void quitLeaves() {
        assertThat(player.type("/quit")).containsExactly(new Event.Left());
    }

    @Test
    void whatMayStandBehindACommandIsProposed() {
        player.type("var number = 1; var key = AwsBasicCredentials.create(\"a\", \"b\");");
        assertThat(candidates("as")).containsExactly("admin", "key");
        assertThat(candidates("check")).containsExactly("1");
        assertThat(candidates("goto")).containsExactly("1", "2");
        assertThat(candidates("reset")).containsExactly("step", "lab");
        assertThat(candidates("task")).isEmpty();
    }

    private static List<String> candidates(String command) {
        return Commands.find(command).orElseThrow().candidates(player.run);
    }
}
