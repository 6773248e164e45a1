package dev.rolecall.wire;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// The list of signed headers. AWS takes it unsorted, repeated and in upper case, and signs it
/// lowered, sorted and each once.
final class SignedHeaders {
    private SignedHeaders() {}

    static List<String> parse(String text) {
        TreeSet<String> names = new TreeSet<>();
        for (String name : text.split(";", -1)) {
            if (!name.isBlank()) {
                names.add(name.trim().toLowerCase(Locale.ROOT));
            }
        }
        return List.copyOf(names);
    }
}
