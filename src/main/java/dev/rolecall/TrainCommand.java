package dev.rolecall;

import dev.rolecall.course.Lab;
import dev.rolecall.lab.LabRun;
import dev.rolecall.lab.ScriptRun;
import dev.rolecall.progress.Home;
import dev.rolecall.terminal.EventView;
import dev.rolecall.terminal.LabShell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `rolecall train`: does what a first minute does, while the JDK writes down which classes that
/// needs. Called by the launcher, after a build.
@Command(
        name = "train",
        hidden = true,
        description = "Prepare a quick start (called by the launcher).")
final class TrainCommand implements Callable<Integer> {
    private static final String FIRST_MINUTE =
            """
            sts.getCallerIdentity()
            var test = iam.createUser(b -> b.userName("Trainee")).user();
            s3.listBuckets()
            /check
            /task
            /help
            """;

    @Override
    public Integer call() {
        Workplace workplace = Workplace.here();
        Lab lab = workplace.course().lab("assume-role").orUserError();
        try (Home place = Home.throwAway()) {
            // Twice: the second time it resumes, as most starts do.
            for (int i = 0; i < 2; i++) {
                try (LabRun run = LabRun.open(workplace.trained(lab, place));
                        LabShell shell = LabShell.open(workplace.theme(false, true), false)) {
                    EventView view = new EventView(shell.screen(), run::names);
                    run.task(view);
                    ScriptRun.run(run, FIRST_MINUTE, view);
                }
            }
        }
        return 0;
    }
}
