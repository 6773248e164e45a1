package dev.rolecall;

import dev.rolecall.console.Mark;
import dev.rolecall.course.Course;
import dev.rolecall.course.CourseProblem;
import dev.rolecall.course.Lab;
import dev.rolecall.course.LabFiles;
import dev.rolecall.fault.UserError;
import dev.rolecall.lab.Finding;
import dev.rolecall.lab.LabRun;
import dev.rolecall.lab.Linter;
import dev.rolecall.progress.Home;
import dev.rolecall.terminal.PlainScreen;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `rolecall lint`: proves the labs.
@Command(
        name = "lint",
        description =
                "Prove each lab: checks fail before a step, pass after its solution, and each misconception fails where it says.",
        mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "LAB", description = "the labs to prove (all)")
    List<String> ids = new ArrayList<>();

    @Mixin CloudOptions cloud = new CloudOptions();

    @Option(names = "--plain", description = "no colour")
    boolean plain;

    @Override
    public Integer call() {
        Workplace workplace = Workplace.here();
        Course course = workplace.course();
        PlainScreen screen =
                new PlainScreen(System.out, 100, workplace.theme(plain, Workplace.onTerminal()));
        boolean sound = true;
        for (String id : ids.isEmpty() ? course.ids() : ids) {
            sound &= lint(workplace, course.lab(id), screen);
        }
        return sound ? 0 : Main.OPEN;
    }

    private boolean lint(Workplace workplace, LabFiles files, PlainScreen screen) {
        return switch (files) {
            case LabFiles.Sound(Lab lab) -> prove(workplace, lab, screen);
            case LabFiles.Unsound(String id, List<CourseProblem> problems) -> {
                screen.line("Lab " + id);
                problems.forEach(
                        problem -> finding(screen, new Finding(0, problem.toString(), false, "")));
                yield false;
            }
        };
    }

    private boolean prove(Workplace workplace, Lab lab, PlainScreen screen) {
        screen.line("Lab " + lab.id());
        try (Home place = Home.throwAway();
                LabRun run = LabRun.open(workplace.passing(lab, place, 0, cloud.backing()))) {
            Progress.until(run);
            return proved(run, screen);
        }
    }

    private static boolean proved(LabRun run, PlainScreen screen) {
        try {
            return new Linter(run, finding -> finding(screen, finding)).lint();
        } catch (UserError e) {
            // Checks that do not compile, or have no class for a step: the author's to mend.
            finding(screen, new Finding(0, "it can be played", false, e.what()));
            return false;
        }
    }

    private static void finding(PlainScreen screen, Finding finding) {
        Mark mark = finding.sound() ? Mark.OK : Mark.FAIL;
        String step = finding.step() == 0 ? "" : "step " + finding.step() + ": ";
        String detail = finding.detail().isEmpty() ? "" : ", but " + finding.detail();
        screen.line("  " + mark.drawn(screen.theme(), 7) + step + finding.claim() + detail);
    }
}
