package dev.rolecall.policy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A text with `*` (any characters) and `?` (one character), compiled.
final class Glob {
    static final int ANY = -1;
    static final int ONE = -2;

    private final int[] tokens;
    private final Form form;
    private final String literal;

    /// The shapes that most patterns have, and that need no search.
    private enum Form {
        EVERYTHING,
        LITERAL,
        PREFIX,
        PATTERN
    }

    private Glob(int[] tokens) {
        this.tokens = tokens;
        int first = firstWildcard(tokens);
        if (first == tokens.length) {
            this.form = Form.LITERAL;
        } else if (onlyStarsFrom(tokens, first)) {
            this.form = first == 0 ? Form.EVERYTHING : Form.PREFIX;
        } else {
            this.form = Form.PATTERN;
        }
        this.literal = text(tokens, first);
    }

    private static int firstWildcard(int[] tokens) {
        return (int) Arrays.stream(tokens).takeWhile(token -> token >= 0).count();
    }

    private static boolean onlyStarsFrom(int[] tokens, int begin) {
        return Arrays.stream(tokens, begin, tokens.length).allMatch(token -> token == ANY);
    }

    private static String text(int[] tokens, int end) {
        StringBuilder text = new StringBuilder(end);
        for (int i = 0; i < end; i++) {
            text.append((char) tokens[i]);
        }
        return text.toString();
    }

    static Glob of(int[] tokens) {
        return new Glob(tokens.clone());
    }

    /// Compiles a pattern whose `*` and `?` are wildcards.
    static Glob pattern(String text) {
        return new Glob(text.chars().map(Glob::wildcard).toArray());
    }

    static int wildcard(int character) {
        return switch (character) {
            case '*' -> ANY;
            case '?' -> ONE;
            default -> character;
        };
    }

    boolean isEverything() {
        return form == Form.EVERYTHING;
    }

    boolean endsInAny() {
        return tokens.length > 0 && tokens[tokens.length - 1] == ANY;
    }

    boolean matches(String text) {
        return switch (form) {
            case EVERYTHING -> true;
            case LITERAL -> text.equals(literal);
            case PREFIX -> text.startsWith(literal);
            case PATTERN -> text.startsWith(literal) && search(text);
        };
    }

    /// For a text without wildcards.
    boolean equalsIgnoringCase(String text) {
        return literal.equalsIgnoreCase(text);
    }

    /// Takes the shortest text for each `*` and comes back to the last one when it was too short:
    /// at most pattern times text steps, whatever the pattern is.
    private boolean search(String text) {
        int at = 0;
        int token = 0;
        int star = -1;
        int resume = 0;
        while (at < text.length()) {
            if (token < tokens.length
                    && (tokens[token] == ONE || tokens[token] == text.charAt(at))) {
                at++;
                token++;
            } else if (token < tokens.length && tokens[token] == ANY) {
                star = token++;
                resume = at;
            } else if (star >= 0) {
                token = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        return onlyStarsFrom(tokens, token);
    }

    /// Splits at the first `count - 1` colons.
    List<Glob> split(int count) {
        int[] colons =
                IntStream.range(0, tokens.length)
                        .filter(i -> tokens[i] == ':')
                        .limit(count - 1L)
                        .toArray();
        Glob[] parts = new Glob[colons.length + 1];
        int begin = 0;
        for (int i = 0; i < colons.length; i++) {
            parts[i] = new Glob(Arrays.copyOfRange(tokens, begin, colons[i]));
            begin = colons[i] + 1;
        }
        parts[colons.length] = new Glob(Arrays.copyOfRange(tokens, begin, tokens.length));
        return List.of(parts);
    }
}
