package dev.rolecall.terminal;

import dev.rolecall.console.Theme;
import dev.rolecall.console.Tone;
import dev.rolecall.fault.UserError;
import dev.rolecall.lab.Event;
import dev.rolecall.lab.Input;
import dev.rolecall.lab.LabRun;
import dev.rolecall.snippet.Completeness;
import java.io.IOException;
import java.nio.file.Path;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;

/// The learner's shell on a terminal: reads a line, hands it to the run, draws what comes back.
public final class LabShell implements AutoCloseable {
    private final Terminal terminal;
    private final TerminalScreen screen;
    private final boolean dumb;

    private LabShell(Terminal terminal, TerminalScreen screen, boolean dumb) {
        this.terminal = terminal;
        this.screen = screen;
        this.dumb = dumb;
    }

    /// Takes the terminal that the program runs in.
    ///
    /// @param dumb whether it cannot move its cursor
    public static LabShell open(Theme theme, boolean dumb) {
        TerminalBuilder builder =
                TerminalBuilder.builder()
                        .system(true)
                        .provider("jni")
                        .dumb(true)
                        .nativeSignals(true);
        if (dumb) {
            // JLine's own dumb terminal has neither a width nor signals: Ctrl-C would end the
            // program. A real one will do, as long as nothing is drawn on it.
            builder.type("ansi");
        }
        try {
            knowTerminal(System.getenv().getOrDefault("TERM", ""));
            Terminal terminal = builder.build();
            return new LabShell(terminal, new TerminalScreen(terminal, theme), dumb);
        } catch (IOException e) {
            throw new UserError(
                    "cannot use this terminal: " + e.getMessage(),
                    "try another, or run a script: rolecall run assume-role --script FILE");
        }
    }

    /// Gives JLine its own description of a usual terminal: it would run `infocmp` to ask for it.
    private static void knowTerminal(String type) {
        String described = InfoCmp.getLoadedInfoCmp(type);
        if (described != null) {
            InfoCmp.setDefaultInfoCmp(type, described);
        }
    }

    public Screen screen() {
        return screen;
    }

    /// Reads and answers until the learner leaves.
    ///
    /// @param history the file that keeps what was typed
    public void run(LabRun run, EventView view, Path history) {
        new Conversation(run, view, lines(run, view, history)).hold();
    }

    private Lines lines(LabRun run, EventView view, Path file) {
        boolean piped = terminal.getType().startsWith(Terminal.TYPE_DUMB);
        if (dumb || piped) {
            return new PlainLines(terminal, System.in, piped);
        }
        LineHistory history = new LineHistory(file);
        history.aside()
                .ifPresent(aside ->
                        view.aside(
                                "What was typed before cannot be read; it lies in " + aside + "."));
        return new EditedLines(terminal, run, file, history, !screen.theme().plain());
    }

    /// One learner's lines and their answers.
    private final class Conversation {
        private final LabRun run;
        private final EventView view;
        private final Lines lines;
        private final Working working;
        private boolean over;

        Conversation(LabRun run, EventView view, Lines lines) {
            this.run = run;
            this.view = view;
            this.lines = lines;
            working = new Working(view);
        }

        void hold() {
            terminal.handle(Terminal.Signal.INT, signal -> run.stop());
            run.tellBackground(working::tell);
            while (!over) {
                try {
                    answer(whole(line(screen.paint(Tone.PROMPT, run.status().prompt()))));
                } catch (UserInterruptException e) {
                    // Ctrl-C at the prompt drops the line, as in every shell.
                } catch (EndOfFileException e) {
                    over = true;
                }
            }
        }

        private String line(String prompt) {
            screen.typing(lines);
            view.endAnswer();
            try {
                return lines.read(prompt);
            } finally {
                screen.typed();
                view.endLine();
            }
        }

        /// Goes on reading until the Java that was begun is complete. An edited line is so already,
        /// unless it was typed before the compiler was there to ask.
        private String whole(String first) {
            StringBuilder text = new StringBuilder(first);
            while (goesOn(text.toString())) {
                try {
                    text.append('\n').append(line(Prompts.MORE));
                } catch (EndOfFileException e) {
                    // The compiler will say what is missing.
                    break;
                }
            }
            return text.toString();
        }

        private boolean goesOn(String text) {
            return !text.isBlank()
                    && !Input.isCommand(text)
                    && working.during(() -> run.analyse(text)) == Completeness.INCOMPLETE;
        }

        private void answer(String text) {
            working.during(() -> {
                try {
                    Input.run(run, text, this::told);
                } catch (UserError e) {
                    // A container that died, a lab's checks that do not compile: the shell goes on.
                    told(new Event.Rejected(e.what(), e.whatToDo()));
                }
                return text;
            });
        }

        private void told(Event event) {
            over |= event instanceof Event.Left;
            working.tell(event);
        }
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
