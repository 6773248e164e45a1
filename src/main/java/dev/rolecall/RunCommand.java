package dev.rolecall;

import dev.rolecall.course.Lab;
import dev.rolecall.fault.UserError;
import dev.rolecall.lab.LabRun;
import dev.rolecall.lab.ScriptRun;
import dev.rolecall.progress.Home;
import dev.rolecall.terminal.EventView;
import dev.rolecall.terminal.PlainScreen;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `rolecall run LAB --script FILE`: the same engine without a terminal.
@Command(
        name = "run",
        description = "Play a lab from a script: Java and /commands, as typed at the prompt.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private static final int WIDTH = 80;

    @Parameters(paramLabel = "LAB", description = "the lab's id, such as assume-role")
    String labId = "";

    @Option(
            names = "--script",
            required = true,
            paramLabel = "FILE",
            description = "the script; - for standard input")
    String script = "";

    @Option(names = "--plain", description = "no colour")
    boolean plain;

    @Option(
            names = "--width",
            paramLabel = "COLUMNS",
            description = "how wide the transcript is (${DEFAULT-VALUE})")
    int width = WIDTH;

    @Mixin CloudOptions cloud = new CloudOptions();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "the cloud's port on 127.0.0.1 (any that is free)")
    int port;

    @Override
    public Integer call() {
        Workplace workplace = Workplace.here();
        Lab lab = workplace.course().lab(labId).orUserError();
        String text = read(script);
        PlainScreen screen =
                new PlainScreen(
                        System.out,
                        Math.max(30, width),
                        workplace.theme(plain, Workplace.onTerminal()));
        try (Home place = Home.throwAway();
                LabRun run = LabRun.open(workplace.passing(lab, place, port, cloud.backing()))) {
            Progress.until(run);
            EventView view = new EventView(screen, run::names);
            run.opening(view);
            view.endAnswer();
            int status = end(ScriptRun.run(run, text, view), lab, screen);
            if (System.out.checkError()) {
                throw new UserError(
                        "the transcript could not be written", "make room where it goes to");
            }
            return status;
        }
    }

    private static int end(ScriptRun.End end, Lab lab, PlainScreen screen) {
        if (end.done()) {
            screen.line("All " + lab.steps().size() + " steps of " + lab.id() + " are done.");
            return 0;
        }
        String begun = end.begun() ? "" : "  (not begun: /next begins it)";
        screen.line("Open: step " + end.step().number() + "  " + end.step().title() + begun);
        end.open().forEach(criterion -> screen.text(2, "- " + criterion));
        return Main.OPEN;
    }

    private static String read(String script) {
        try {
            byte[] bytes =
                    script.equals("-")
                            ? System.in.readAllBytes()
                            : Files.readAllBytes(Path.of(script));
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new UserError("the script " + script + " is no text", "save it as UTF-8");
        } catch (IOException e) {
            throw new UserError(
                    "cannot read the script " + script, "name a file that is there and no folder");
        }
    }
}
