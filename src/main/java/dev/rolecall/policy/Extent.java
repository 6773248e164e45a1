package dev.rolecall.policy;

import dev.rolecall.json.JsonValue.Place;

/// Where a part of a document begins and ends.
///
/// @param first its first character
/// @param last its last character
public record Extent(Place first, Place last) {

    /// Finds the end of the object, array or string that begins at a place of a text known to be
    /// JSON.
    static Extent of(String text, Place first) {
        int end = end(text, first.offset());
        int line = first.line();
        int column = first.column();
        for (int i = first.offset(); i < end; i++) {
            boolean newLine = text.charAt(i) == '\n';
            line += newLine ? 1 : 0;
            column = newLine ? 1 : column + 1;
        }
        return new Extent(first, new Place(line, column, end));
    }

    private static int end(String text, int begin) {
        int depth = 0;
        for (int i = begin; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                i = closingQuote(text, i);
            }
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return text.length() - 1;
    }

    private static int closingQuote(String text, int open) {
        int i = open + 1;
        while (text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }
}
