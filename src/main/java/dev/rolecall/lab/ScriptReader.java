package dev.rolecall.lab;

import dev.rolecall.snippet.Completeness;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Divides a script into what a learner would type at one prompt each: a command is a line, Java
/// goes on until it is complete, and comments belong to what follows them.
final class ScriptReader {
    private final String text;
    private final Function<String, Completeness> analyse;

    ScriptReader(String text, Function<String, Completeness> analyse) {
        this.text = text;
        this.analyse = analyse;
    }

    List<String> units() {
        List<String> units = new ArrayList<>();
        StringBuilder pending = new StringBuilder();
        for (String line : text.lines().toList()) {
            boolean between = pending.isEmpty() || onlyComments(pending.toString());
            if (between && Input.isCommand(line)) {
                flush(pending, units);
                units.add(line.strip());
                continue;
            }
            if (between && line.isBlank()) {
                continue;
            }
            pending.append(pending.isEmpty() ? "" : "\n").append(line);
            Completeness completeness = analyse.apply(pending.toString());
            if (completeness == Completeness.COMPLETE || completeness == Completeness.WRONG) {
                flush(pending, units);
            }
        }
        flush(pending, units);
        return units;
    }

    private boolean onlyComments(String java) {
        return analyse.apply(java) == Completeness.EMPTY;
    }

    private static void flush(StringBuilder pending, List<String> units) {
        if (!pending.toString().isBlank()) {
            units.add(pending.toString());
        }
        pending.setLength(0);
    }
}
