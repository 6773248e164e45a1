package dev.rolecall.snippet;

import java.util.List;

/// Gives snippets their ids: 1, 2, 3, as JShell does, and e1, e2 for those that do not compile.
final class Numbering {
    private int next = 1;
    private int nextError = 1;

    /// Goes on after a history.
    static Numbering after(List<Past> history) {
        Numbering numbering = new Numbering();
        for (Past past : history) {
            if (past.id().startsWith("e")) {
                numbering.nextError =
                        Math.max(numbering.nextError, number(past.id().substring(1)) + 1);
            } else {
                numbering.next = Math.max(numbering.next, number(past.id()) + 1);
            }
        }
        return numbering;
    }

    /// The id of the next snippet, if it compiles.
    String next() {
        return Integer.toString(next);
    }

    /// Uses up an id, and says which.
    String use(boolean compiled) {
        return compiled ? Integer.toString(next++) : "e" + nextError++;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            // an id that another program made up: ours cannot collide with it
            return 0;
        }
    }
}
