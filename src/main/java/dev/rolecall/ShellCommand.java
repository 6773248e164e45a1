package dev.rolecall;

import dev.rolecall.cloud.Backing;
import dev.rolecall.course.Lab;
import dev.rolecall.lab.LabRun;
import dev.rolecall.progress.Home;
import dev.rolecall.terminal.EventView;
import dev.rolecall.terminal.LabShell;
import dev.rolecall.terminal.Screen;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `rolecall`: the shell.
class ShellCommand implements Callable<Integer> {
    @Option(names = "--plain", description = "no colour, no boxes")
    boolean plain;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "the cloud's port on 127.0.0.1 (any that is free)")
    int port;

    @Mixin CloudOptions cloud = new CloudOptions();

    @Option(names = "--lab", paramLabel = "LAB", description = "the lab to open (${DEFAULT-VALUE})")
    String labId = "assume-role";

    @Override
    public Integer call() {
        Workplace workplace = Workplace.here();
        Lab lab = workplace.course().lab(labId).orUserError();
        Backing backing = cloud.backing();
        try (Home home = workplace.home();
                LabRun run = LabRun.open(workplace.kept(lab, home, port, backing));
                LabShell shell =
                        LabShell.open(
                                workplace.theme(plain, Workplace.onTerminal()), workplace.dumb())) {
            if (port != 0) {
                // Whoever asks for one wants to know now whether it is free.
                run.awaitEndpoint();
            }
            EventView view = new EventView(shell.screen(), run::names);
            greet(home, run, backing, shell.screen(), view);
            shell.run(run, view, home.folder().resolve("history"));
            return 0;
        }
    }

    private static void greet(
            Home home, LabRun run, Backing backing, Screen screen, EventView view) {
        screen.text(
                0,
                "Rolecall "
                        + Version.brief()
                        + "   cloud: "
                        + backing.label()
                        + (run.cloudIsUp() ? ", ready" : "")
                        + "   home: "
                        + shortened(home)
                        + "   /help lists commands");
        if (!home.keeps()) {
            screen.text(
                    0,
                    "Another shell has this home: this one plays on a world of its own and keeps nothing.");
        }
        run.opening(view);
        view.endAnswer();
    }

    private static String shortened(Home home) {
        String folder = home.folder().toString();
        String user = System.getProperty("user.home", "");
        return !user.isEmpty() && folder.startsWith(user)
                ? "~" + folder.substring(user.length())
                : folder;
    }
}
