package dev.rolecall.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.console.Theme;
import dev.rolecall.console.Width;
import dev.rolecall.course.Course;
import dev.rolecall.course.HintLadder;
import dev.rolecall.course.Lab;
import dev.rolecall.course.Step;
import dev.rolecall.lab.Acting;
import dev.rolecall.lab.Commands;
import dev.rolecall.lab.Difference;
import dev.rolecall.lab.Event;
import dev.rolecall.lab.Status;
import dev.rolecall.snippet.CredentialsValue;
import dev.rolecall.snippet.Evaluated;
import dev.rolecall.snippet.Outcome;
import dev.rolecall.snippet.Printed;
import dev.rolecall.snippet.Restored;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventViewTest {
    private static final Evaluated VALUE =
            new Evaluated("1", "x", new Outcome.Value("x", "int", "1"));

    private static Lab lab;

    @BeforeAll
    static void theLab() {
        lab = Course.open(Path.of("labs")).lab("assume-role").orUserError();
    }

    private static EventView view(Screen screen) {
        return new EventView(
                screen,
                () -> {
                    throw new AssertionError("no policy is quoted here");
                });
    }

    private static String drawn(int width, Event... events) {
        return Page.drawn(width, screen -> tell(screen, events));
    }

    private static void tell(Screen screen, Event... events) {
        EventView view = view(screen);
        for (Event event : events) {
            view.accept(event);
        }
    }

    @Test
    void theOpeningNamesTheLabAndTheAccount() {
        assertThat(drawn(80, new Event.Opened(lab, false)))
                .isEqualTo(
                        """

                        Lab  Assume a role            7 steps, about 25 minutes
                        You are the administrator of account 111122223333. Nothing here can reach the
                        real AWS. What you type is Java; the clients iam, sts and s3 are ready.
                        """);
        assertThat(drawn(80, new Event.Opened(lab, true))).contains("You go on where you left");
    }

    @Test
    void everyTaskAndHintOfEveryLabFitsEightyColumns() {
        for (String id : Course.open(Path.of("labs")).ids()) {
            for (Step step : Course.open(Path.of("labs")).lab(id).orUserError().steps()) {
                assertThat(drawn(80, new Event.Task(lab, step)).lines())
                        .allMatch(line -> line.length() <= 80);
                for (HintLadder.Hint hint : step.hints().rungs()) {
                    assertThat(drawn(80, new Event.Hinted(1, hint)).lines())
                            .allMatch(line -> line.length() <= 80);
                }
            }
        }
    }

    @Test
    void aTaskBeginsWithItsNumber() {
        assertThat(drawn(80, new Event.Task(lab, lab.steps().getFirst())))
                .startsWith("\nStep 1 of 7  A user with no permission\n  ")
                .endsWith("\n  /hint offers help in three steps, /check says where you are.\n");
    }

    @Test
    void whatChangedIsOneLineAndTheEndOfAStepSaysHowToGoOn() {
        Event done = new Event.StepDone(lab.steps().getFirst(), false);
        assertThat(drawn(80, new Event.Ticked(1, 3, "the user Test exists", true), done))
                .isEqualTo(
                        """
                          [ok] 1 of 3: the user Test exists
                        Step 1 is done. Enter goes on, or stay and look around: /diff, /why, /help.
                        """);
        assertThat(drawn(80, new Event.Ticked(2, 3, "it has a key", false)))
                .isEqualTo("  [FAIL] 2 of 3: no longer holds: it has a key\n");
        assertThat(drawn(80, new Event.StepDone(lab.steps().getLast(), true)))
                .startsWith("Step 7 is done. That was the last step");
    }

    @Test
    void outputWithoutALineEndGetsOneBeforeAnythingElse() {
        assertThat(
                        drawn(
                                80,
                                new Event.Output(new Printed(false, "a")),
                                new Event.Output(new Printed(true, "b")),
                                new Event.Answered(VALUE)))
                .isEqualTo("ab\nx ==> 1\n");
        assertThat(
                        drawn(
                                80,
                                new Event.Output(new Printed(false, "a\n")),
                                new Event.Answered(VALUE)))
                .isEqualTo("a\nx ==> 1\n");
    }

    @Test
    void anAnswerEndsWithAnEmptyLineAndSilenceDoesNot() {
        Page page = new Page(80, Theme.PLAIN);
        EventView view = view(page);
        view.endAnswer();
        assertThat(page.text()).isEmpty();
        view.accept(new Event.Said("Yes."));
        view.endAnswer();
        view.endAnswer();
        assertThat(page.text()).isEqualTo("  Yes.\n\n");
    }

    @Test
    void aTypedLineStandsBehindThePromptAndItsOthersBehindDots() {
        Status status = new Status("assume-role", 1, 7, "admin", Optional.empty());
        assertThat(drawn(80, new Event.Typed(status, "int f() {\n}")))
                .isEqualTo("assume-role 1/7 admin> int f() {\n   ...> }\n");
    }

    @Test
    void whatCannotBeDoneSaysWhatToDo() {
        assertThat(drawn(80, new Event.Rejected("there is no step `9`", "/list shows the steps")))
                .isEqualTo("  there is no step `9`; /list shows the steps\n");
        assertThat(drawn(80, new Event.Rejected("it is so", ""))).isEqualTo("  it is so\n");
    }

    @Test
    void whatIsNotKeptLostOrSetAsideIsSaid() {
        assertThat(drawn(80, new Event.NotKept("cannot write to /h", "make room there")))
                .isEqualTo(
                        """
                          cannot write to /h, so what you do is kept in memory only; make room there
                        """);
        assertThat(drawn(80, new Event.Lost(new Restored(List.of("a", "b"), List.of(), List.of()))))
                .isEqualTo("  Not restored: a, b.\n");
        assertThat(drawn(80, new Event.SetAside(Path.of("/h/x.aside-1"), "it is damaged: y")))
                .contains("it is damaged: y. It lies in\n/h/x.aside-1 now");
    }

    @Test
    void aHintIsNumberedAndADifferenceSigned() {
        assertThat(
                        drawn(
                                80,
                                new Event.Hinted(
                                        2, new HintLadder.Hint("Where to look", "In `iam`."))))
                .isEqualTo("  Hint 2 of 3  Where to look\n    In `iam`.\n");
        assertThat(drawn(80, new Event.Differs(List.of())))
                .isEqualTo("  Nothing has changed since the step began.\n");
        Difference changed = new Difference(Difference.Sign.CHANGED, "role r", "~ a\n+ b");
        assertThat(drawn(80, new Event.Differs(List.of(changed))))
                .isEqualTo("  ~ role r\n      ~ a\n      + b\n");
    }

    @Test
    void whoActsIsSaid() {
        Acting acting =
                new Acting(CredentialsValue.ofKey("AKIA", "s"), "Test as hat", Optional.empty());
        assertThat(drawn(80, new Event.ActsNow(acting)))
                .isEqualTo("  iam, sts and s3 act as Test as hat.\n");
    }

    @Test
    void theListMarksWhatIsDoneAndWhereYouAre() {
        assertThat(drawn(80, new Event.Listed(List.of("assume-role"), lab, 2, List.of(1))))
                .startsWith("Labs\n  assume-role  (this one)\nSteps of assume-role\n  [done] 1  A")
                .contains("\n  [here] 2  ", "\n  [    ] 3  ");
    }

    @Test
    void everyCommandIsListedOnALineOfItsOwnAtEightyColumns() {
        String help = drawn(80, new Event.Help(Commands.ALL, true));
        assertThat(help.lines()).hasSize(Commands.ALL.size() + 3);
        Commands.ALL.forEach(
                command -> assertThat(help).contains("/" + command.name(), command.summary()));
    }

    @Test
    void oneCommandIsExplainedInFull() {
        assertThat(drawn(80, new Event.Help(List.of(Commands.find("clock").orElseThrow()), false)))
                .startsWith("  /clock [+61m|reset]  tell the lab's time, or move it\n")
                .contains("reset` goes back to real time");
    }

    /// An event of each kind that draws prose.
    private static Event[] everything() {
        Lab shown = lab;
        return new Event[] {
            new Event.Opened(shown, false),
            new Event.Task(shown, shown.steps().get(1)),
            new Event.Ticked(1, 3, "the user Test exists", true),
            new Event.StepDone(shown.steps().getFirst(), false),
            new Event.Hinted(1, shown.steps().getFirst().hints().rungs().getFirst()),
            new Event.Listed(List.of("assume-role"), shown, 2, List.of(1)),
            new Event.Help(Commands.ALL, true),
            new Event.Help(List.of(Commands.find("why").orElseThrow()), false),
            new Event.ClockMoved(
                    Instant.EPOCH, Duration.ofHours(1), Duration.ofHours(1), List.of()),
            new Event.Rejected("there is no step `9`", "/list shows the steps"),
            new Event.NotKept("cannot write to /h", "make room"),
            new Event.Lost(new Restored(List.of("a", "b"), List.of(), List.of()))
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 120})
    void everyLineFitsTheScreen(int width) {
        assertThat(drawn(width, everything()).lines())
                .allSatisfy(line -> assertThat(Width.of(line)).isLessThanOrEqualTo(width));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 120})
    void plainTextHasEveryWordThatColourHasInTheSameOrder(int width) {
        String colour = Page.drawnInColour(width, screen -> tell(screen, everything()));
        assertThat(letters(drawn(width, everything()))).isEqualTo(letters(colour));
    }

    /// Without the marks that a plain theme keeps: they make lines break elsewhere.
    private static String letters(String text) {
        return text.replaceAll("[`*#\\s-]", "");
    }
}
