package dev.rolecall.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.check.Criterion;
import dev.rolecall.check.Fact;
import dev.rolecall.check.StepOutcome;
import dev.rolecall.check.Verdict;
import dev.rolecall.console.Width;
import dev.rolecall.course.HintLadder;
import dev.rolecall.course.Script;
import dev.rolecall.course.Step;
import dev.rolecall.lab.Event;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckViewTest {
    private static final Verdict MALLORY_MAY =
            new Verdict.Failed(
                    new Fact("sts:AssumeRole by user/Mallory", "DENY"),
                    new Fact("", "ALLOW"),
                    "statement 1 of the trust policy has Principal \"*\": everybody",
                    "iam.getRole(…)      /hint");
    private static final Verdict NOBODY =
            new Verdict.Failed(Fact.of("an IAM user named Test"), Fact.of("none"), "", "");

    private static final List<Criterion> TWO =
            List.of(
                    new Criterion("a", "Test may assume the role", new Verdict.Passed()),
                    new Criterion("b", "nobody else may", MALLORY_MAY));

    static Step step() {
        HintLadder.Hint hint = new HintLadder.Hint("Concept", "Think.");
        return new Step(
                4,
                "edit-the-trust",
                Path.of("labs/assume-role/4-edit-the-trust"),
                "Edit the trust relationship",
                3,
                "Do it.",
                new HintLadder(List.of(hint, hint, hint)),
                new Script(Path.of("solution.jsh"), ""),
                List.of());
    }

    private static Event.Checked checked(List<Criterion> criteria, int hints) {
        return new Event.Checked(step(), new StepOutcome("edit-the-trust", criteria), false, hints);
    }

    private static String drawn(int width, List<Criterion> criteria) {
        return Page.drawn(width, screen -> new CheckView(screen).draw(checked(criteria, 0)));
    }

    @Test
    void aFailureTellsExpectedObservedBecauseAndTry() {
        assertThat(drawn(80, TWO))
                .isEqualTo(
                        """
                        Step 4  Edit the trust relationship                                       1 of 2
                          [ok]   Test may assume the role
                          [FAIL] nobody else may
                                 expected  sts:AssumeRole by user/Mallory  DENY
                                 observed                                  ALLOW
                                 because   statement 1 of the trust policy has Principal "*": everybody
                                 try       iam.getRole(…)      /hint (1 of 3)
                        """);
    }

    @Test
    void onANarrowScreenNothingRunsOverTheEdge() {
        assertThat(drawn(40, TWO))
                .isEqualTo(
                        """
                        Step 4  Edit the trust relationship
                          1 of 2
                          [ok]   Test may assume the role
                          [FAIL] nobody else may
                                 expected  sts:AssumeRole by
                                           user/Mallory  DENY
                                 observed  ALLOW
                                 because   statement 1 of the
                                           trust policy has
                                           Principal "*":
                                           everybody
                                 try       iam.getRole(…)
                                           /hint (1 of 3)
                        """);
    }

    @Test
    void theSameFailureIsTakenApartOnce() {
        List<Criterion> same =
                List.of(
                        new Criterion("a", "Test exists", NOBODY),
                        new Criterion("b", "nobody else may", MALLORY_MAY),
                        new Criterion("c", "Test has a key", NOBODY));
        assertThat(drawn(80, same))
                .endsWith("  [FAIL] Test has a key\n         observed  none, as above\n")
                .containsOnlyOnce("expected  an IAM user named Test");
    }

    @Test
    void aCheckThatBrokeIsNotTheLearnersFailure() {
        List<Criterion> broke =
                List.of(new Criterion("a", "it works", new Verdict.Broke("NullPointerException")));
        assertThat(drawn(80, broke))
                .contains("  [ERROR] it works", "because   the check itself failed: NullPointer")
                .doesNotContain("[FAIL]", "expected");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void theNextHintIsNamedAsLongAsThereIsOne(int shown) {
        String text = Page.drawn(80, screen -> new CheckView(screen).draw(checked(TWO, shown)));
        assertThat(text).contains(shown < 3 ? "/hint (" + (shown + 1) + " of 3)" : "/hint\n");
    }

    @Test
    void aStepThatWasDoneBeforeSaysThatItStaysSo() {
        Event.Checked again =
                new Event.Checked(step(), new StepOutcome("edit-the-trust", TWO), true, 0);
        assertThat(Page.drawn(80, screen -> new CheckView(screen).draw(again)))
                .endsWith("  The step was done before, and stays done.\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 40, 80, 120})
    void colourRepeatsTheWordsAndEveryLineFits(int width) {
        String plain = drawn(width, TWO);
        assertThat(Page.drawnInColour(width, s -> new CheckView(s).draw(checked(TWO, 0))))
                .isEqualTo(plain);
        assertThat(plain.lines())
                .allSatisfy(l -> assertThat(Width.of(l)).isLessThanOrEqualTo(width));
    }
}
