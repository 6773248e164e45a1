package dev.rolecall.snippet.agent;

import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/// A value's text as JShell shows it, cut where it is longer than a screen or two. An array's text
/// and a string's quotes are not made any longer than what is shown of them.
final class Shown {
    /// A screen or two; a list of a hundred roles is no help beyond that.
    private static final int MOST_CHARACTERS = 4_000;

    private static final int MOST_ELEMENTS = 1_000;

    private final StringBuilder text = new StringBuilder();
    private int elements;

    private Shown() {}

    /// May run a `toString()` of the learner's.
    static String of(@Nullable Object value) {
        return switch (value) {
            case String string when string.length() > MOST_CHARACTERS -> cut(string);
            case Object array when array.getClass().isArray() -> {
                Shown shown = new Shown();
                shown.array(array);
                yield shown.text.toString();
            }
            case null, default -> cut(SnippetControl.text(value), 0);
        };
    }

    private static String cut(String string) {
        String begin = SnippetControl.text(string.substring(0, MOST_CHARACTERS));
        // the closing quote of the whole, which is not there
        return cut(begin, string.length() - MOST_CHARACTERS);
    }

    private static String cut(String text, int more) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        return "%s … (%,d characters more)"
                .formatted(
                        text.substring(0, MOST_CHARACTERS), text.length() - MOST_CHARACTERS + more);
    }

    private void array(Object array) {
        int length = Array.getLength(array);
        text.append(head(array.getClass(), length)).append(" { ");
        for (int i = 0; i < length; i++) {
            text.append(i == 0 ? "" : ", ");
            if (elements >= MOST_ELEMENTS || text.length() >= MOST_CHARACTERS) {
                text.append("… (%,d elements more)".formatted(length - i));
                break;
            }
            elements++;
            element(Array.get(array, i));
        }
        text.append(" }");
    }

    private void element(@Nullable Object element) {
        if (element != null && element.getClass().isArray()) {
            array(element);
        } else {
            text.append(of(element));
        }
    }

    /// `byte[3]`, or `byte[3][]` for an array of arrays.
    private static String head(Class<?> type, int length) {
        String dimensions = "[" + length + "]";
        Class<?> element = type.getComponentType();
        while (element.isArray()) {
            dimensions += "[]";
            element = element.getComponentType();
        }
        String name = element.getTypeName();
        return name.substring(name.lastIndexOf('.') + 1) + dimensions;
    }
}
