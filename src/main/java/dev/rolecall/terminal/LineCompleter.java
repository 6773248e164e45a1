package dev.rolecall.terminal;

import dev.rolecall.lab.Command;
import dev.rolecall.lab.Commands;
import dev.rolecall.lab.Input;
import dev.rolecall.lab.LabRun;
import dev.rolecall.snippet.Completion;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/// Proposes commands and their arguments after a slash, and Java everywhere else.
final class LineCompleter implements Completer {
    private final LabRun run;

    LineCompleter(LabRun run) {
        this.run = run;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String text = line.line().substring(0, line.cursor());
        if (Input.isCommand(text)) {
            command(text.strip(), text.endsWith(" "), candidates);
        } else {
            java(line, candidates);
        }
    }

    private void command(String text, boolean ended, List<Candidate> candidates) {
        int blank = text.indexOf(' ');
        if (blank < 0 && !ended) {
            for (Command command : Commands.ALL) {
                candidates.add(candidate("/" + command.name(), command.summary(), true));
            }
            return;
        }
        String name = (blank < 0 ? text : text.substring(0, blank)).substring(1);
        Commands.find(name)
                .ifPresent(command ->
                        command.candidates(run)
                                .forEach(value -> candidates.add(candidate(value, "", true))));
    }

    private void java(ParsedLine line, List<Candidate> candidates) {
        Completion completion = run.complete(line.line(), line.cursor());
        String before = line.line().substring(0, line.cursor());
        int wordStart = line.cursor() - line.word().length();
        // What stands between the reader's word and the compiler's anchor is part of the candidate.
        String lead =
                completion.anchor() >= wordStart && completion.anchor() <= before.length()
                        ? before.substring(wordStart, completion.anchor())
                        : "";
        for (Completion.Candidate proposed : completion.candidates()) {
            candidates.add(candidate(lead + proposed.text(), "", false));
        }
    }

    private static Candidate candidate(String value, String description, boolean complete) {
        String shown = description.isEmpty() ? null : description;
        return new Candidate(value, value, null, shown, null, null, complete);
    }
}
