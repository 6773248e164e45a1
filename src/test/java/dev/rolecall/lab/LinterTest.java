package dev.rolecall.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A little lab, sound or spoiled, and what the linter finds in it.
class LinterTest {
    private static final String CHECKS = "LittleChecks.java";

    @TempDir Path folder;
    private LittleLab lab;

    @BeforeEach
    void aLab() {
        lab = LittleLab.in(folder.resolve("labs"));
    }

    /// What it found, and whether it called the lab sound.
    private record Verdict(boolean sound, List<Finding> findings) {
        List<String> unsound() {
            return findings.stream()
                    .filter(finding -> !finding.sound())
                    .map(f -> f.step() + ": " + f.claim() + ", but " + f.detail())
                    .toList();
        }
    }

    private Verdict lint() {
        List<Finding> findings = new ArrayList<>();
        try (Player player = new Player(lab.read(), folder, Optional.empty())) {
            boolean sound = new Linter(player.run, findings::add).lint();
            return new Verdict(sound, findings);
        }
    }

    @Test
    void aSoundLabIsCalledSoundAndEveryClaimIsMade() {
        Verdict verdict = lint();
        assertThat(verdict.sound()).isTrue();
        assertThat(verdict.findings())
                .allSatisfy(finding -> assertThat(finding.sound()).isTrue())
                .extracting(Finding::claim)
                .containsExactlyInAnyOrder(
                        "its checks fail before it",
                        "wrong/nothing fails at adaExists",
                        "wrong/other-name fails at adaExists",
                        "its solution passes",
                        "its checks fail before it",
                        "wrong/nothing fails at adaHasAKey",
                        "wrong/two-keys fails at oneKeyOnly",
                        "its solution passes");
    }

    @Test
    void misconceptionsThatPassFailElsewhereOrNameNoCriterionAreFound() {
        lab.wrong("1-make-ada", "passes", "adaExists", "iam.createUser(b -> b.userName(\"Ada\"))");
        lab.wrong("1-make-ada", "unnamed", "noSuchCriterion", "1 + 1");
        lab.wrong("2-give-a-key", "elsewhere", "oneKeyOnly", "undeclared()");
        Verdict verdict = lint();
        assertThat(verdict.sound()).isFalse();
        assertThat(verdict.unsound())
                .containsExactly(
                        "1: wrong/passes fails at adaExists, but that criterion is met",
                        "1: wrong/unnamed fails at noSuchCriterion, but the step has no such"
                                + " criterion; it has adaExists",
                        "2: wrong/elsewhere compiles, but cannot find symbol",
                        "2: wrong/elsewhere fails at oneKeyOnly, but it fails at adaHasAKey before;"
                                + " the script met: does not compile: cannot find symbol");
    }

    @Test
    void aSolutionThatDoesNotDoItEndsTheProofWithWhatItMet() {
        lab.file("1-make-ada/solution.jsh", "iam.getUser(b -> b.userName(\"Ada\"))\n");
        Verdict verdict = lint();
        assertThat(verdict.sound()).isFalse();
        assertThat(verdict.unsound())
                .singleElement()
                .satisfies(found ->
                        assertThat(found)
                                .startsWith(
                                        "1: its solution passes, but open: adaExists; the script"
                                                + " met: NoSuchEntity: "));
    }

    @Test
    void aStepThatIsDoneBeforeItBeginsAndACheckThatBreaksAreFound() {
        lab.replace(CHECKS, "world.user(\"Ada\").isEmpty()", "world.user(\"admin\").isEmpty()");
        lab.replace(
                CHECKS,
                "world.accessKeys(\"Ada\").size() != 1",
                "world.user(\"Nobody\").orElseThrow() != null");
        Verdict verdict = lint();
        assertThat(verdict.sound()).isFalse();
        assertThat(verdict.unsound())
                .contains(
                        "1: its checks fail before it, but every criterion is met before anything"
                                + " is done")
                .anySatisfy(found ->
                        assertThat(found)
                                .startsWith(
                                        "2: the check oneKeyOnly works before it, but"
                                                + " NoSuchElementException"));
    }
}
