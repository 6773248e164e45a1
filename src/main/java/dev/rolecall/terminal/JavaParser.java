package dev.rolecall.terminal;

import dev.rolecall.lab.Input;
import dev.rolecall.snippet.Completeness;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/// Tells the line reader when a snippet is complete: until then Enter begins another line of it.
final class JavaParser implements Parser {
    private final BooleanSupplier ready;
    private final Function<String, Completeness> analyse;

    /// @param ready whether `analyse` answers at once; before that every line is taken as it is
    JavaParser(BooleanSupplier ready, Function<String, Completeness> analyse) {
        this.ready = ready;
        this.analyse = analyse;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        boolean entered =
                context == ParseContext.ACCEPT_LINE || context == ParseContext.UNSPECIFIED;
        if (entered
                && !line.isBlank()
                && !Input.isCommand(line)
                && ready.getAsBoolean()
                && analyse.apply(line) == Completeness.INCOMPLETE) {
            throw new EOFError(-1, -1, "the snippet goes on", "java");
        }
        int start = cursor;
        while (start > 0 && partOfWord(line.charAt(start - 1))) {
            start--;
        }
        return new Word(line, cursor, line.substring(start, cursor));
    }

    private static boolean partOfWord(char c) {
        return Character.isJavaIdentifierPart(c) || c == '/' || c == '+' || c == '-';
    }

    /// The line, and the word that completion would replace.
    private record Word(String line, int cursor, String word) implements CompletingParsedLine {
        // Nothing is quoted or escaped for the reader: what is typed is Java.
        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return word.length();
        }

        @Override
        public int rawWordLength() {
            return word.length();
        }

        @Override
        public int wordCursor() {
            return word.length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word);
        }
    }
}
