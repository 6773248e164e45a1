package dev.rolecall.terminal;

import dev.rolecall.console.Theme;
import dev.rolecall.console.Tone;
import dev.rolecall.fault.UserError;
import dev.rolecall.lab.Event;
import dev.rolecall.lab.Input;
import dev.rolecall.lab.LabRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/// The learner's shell on a terminal: reads a line, hands it to the run, draws what comes back.
public final class LabShell implements AutoCloseable {
    private final Terminal terminal;
    private final Screen screen;

    private LabShell(Terminal terminal, Screen screen) {
        this.terminal = terminal;
        this.screen = screen;
    }

    /// Takes the terminal that the program runs in.
    public static LabShell open(Theme theme) {
        try {
            Terminal terminal =
                    TerminalBuilder.builder()
                            .system(true)
                            .provider("jni")
                            .dumb(true)
                            .nativeSignals(true)
                            .build();
            return new LabShell(terminal, new TerminalScreen(terminal, theme));
        } catch (IOException e) {
            throw new UserError(
                    "cannot use this terminal: " + e.getMessage(),
                    "try another, or run a script: rolecall run assume-role --script FILE");
        }
    }

    public Screen screen() {
        return screen;
    }

    /// Reads and answers until the learner leaves.
    ///
    /// @param history the file that keeps what was typed
    public void run(LabRun run, EventView view, Path history) {
        LineReader reader = reader(run, history);
        AtomicBoolean left = new AtomicBoolean();
        Working working = new Working(screen);
        terminal.handle(Terminal.Signal.INT, signal -> run.stop());
        while (!left.get()) {
            String prompt = screen.paint(Tone.PROMPT, run.status().prompt());
            try {
                String line = reader.readLine(prompt);
                working.during(() ->
                        Input.run(
                                run,
                                line,
                                event -> {
                                    working.said();
                                    left.compareAndSet(false, event instanceof Event.Left);
                                    view.accept(event);
                                }));
            } catch (UserInterruptException e) {
                // Ctrl-C at the prompt drops the line, as in every shell.
            } catch (EndOfFileException e) {
                left.set(true);
            }
        }
    }

    private LineReader reader(LabRun run, Path history) {
        LineReader reader =
                LineReaderBuilder.builder()
                        .terminal(terminal)
                        .appName("rolecall")
                        .parser(new JavaParser(run::analyse))
                        .completer(new LineCompleter(run))
                        .variable(LineReader.HISTORY_FILE, history)
                        .variable(LineReader.SECONDARY_PROMPT_PATTERN, Prompts.MORE)
                        .variable(LineReader.INDENTATION, 0)
                        .build();
        // In Java an exclamation mark is an operator, and a backslash is the learner's.
        reader.setOpt(LineReader.Option.DISABLE_EVENT_EXPANSION);
        reader.unsetOpt(LineReader.Option.INSERT_TAB);
        return reader;
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            throw new UserError(
                    "the terminal could not be given back: " + e.getMessage(), "run `reset`");
        }
    }
}
