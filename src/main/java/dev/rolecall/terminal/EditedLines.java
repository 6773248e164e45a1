package dev.rolecall.terminal;

import dev.rolecall.lab.LabRun;
import java.nio.file.Path;
import java.util.List;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;

/// Lines typed at a terminal that can move its cursor: edited, completed, remembered.
final class EditedLines implements Lines {
    private static final List<String> COMPLETION_COLOURS =
            List.of(
                    LineReader.COMPLETION_STYLE_STARTING,
                    LineReader.COMPLETION_STYLE_DESCRIPTION,
                    LineReader.COMPLETION_STYLE_GROUP,
                    LineReader.COMPLETION_STYLE_LIST_STARTING,
                    LineReader.COMPLETION_STYLE_LIST_DESCRIPTION,
                    LineReader.COMPLETION_STYLE_LIST_GROUP);

    private final LineReader reader;

    EditedLines(Terminal terminal, LabRun run, Path file, LineHistory history, boolean colour) {
        reader =
                LineReaderBuilder.builder()
                        .terminal(terminal)
                        .appName("rolecall")
                        .parser(new JavaParser(run::compilerIsUp, run::analyse))
                        .completer(new LineCompleter(run))
                        .history(history)
                        .variable(LineReader.HISTORY_FILE, file)
                        .variable(LineReader.SECONDARY_PROMPT_PATTERN, Prompts.MORE)
                        .variable(LineReader.INDENTATION, 0)
                        .variable(LineReader.BELL_STYLE, "none")
                        .build();
        // In Java an exclamation mark is an operator, and a backslash is the learner's.
        reader.setOpt(LineReader.Option.DISABLE_EVENT_EXPANSION);
        // A tab at the beginning of a line is indentation: of pasted Java, most of all.
        reader.setOpt(LineReader.Option.INSERT_TAB);
        if (!colour) {
            COMPLETION_COLOURS.forEach(style -> reader.setVariable(style, ""));
        }
    }

    @Override
    public String read(String prompt) {
        return reader.readLine(prompt);
    }

    @Override
    public void above(String text) {
        reader.printAbove(text);
    }
}
