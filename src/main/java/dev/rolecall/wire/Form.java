package dev.rolecall.wire;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Parameters of a query string or a form, decoded. Of a repeated name the first counts, as at AWS.
public final class Form {
    private static final Form EMPTY = new Form(Map.of());

    private final Map<String, String> values;
    private volatile @Nullable NavigableSet<String> sorted;

    private Form(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /// A form without parameters.
    static Form empty() {
        return EMPTY;
    }

    /// Reads `a=b&c`; a name without `=` has the empty value.
    static Form parse(String... texts) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String text : texts) {
            for (String pair : text.split("&", -1)) {
                if (!pair.isEmpty()) {
                    int equals = pair.indexOf('=');
                    String name = equals < 0 ? pair : pair.substring(0, equals);
                    String value = equals < 0 ? "" : pair.substring(equals + 1);
                    values.putIfAbsent(decode(name), decode(value));
                }
            }
        }
        return new Form(values);
    }

    /// The first value of a parameter; empty if it was not sent.
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /// Every parameter, in the order sent.
    public Map<String, String> values() {
        return values;
    }

    /// Whether a name begins with `prefix`.
    boolean hasUnder(String prefix) {
        String next = sorted().ceiling(prefix);
        return next != null && next.startsWith(prefix);
    }

    /// A list of structures asks about each of its members: to look through all names each time
    /// takes minutes where a form is as long as AWS takes.
    private NavigableSet<String> sorted() {
        NavigableSet<String> known = sorted;
        if (known == null) {
            known = new TreeSet<>(values.keySet());
            sorted = known;
        }
        return known;
    }

    /// The numbers `N` of names that begin with `prefix` and `N`, ascending.
    SortedSet<Integer> indices(String prefix) {
        SortedSet<Integer> indices = new TreeSet<>();
        for (String name : values.keySet()) {
            if (name.startsWith(prefix)) {
                int end = name.indexOf('.', prefix.length());
                String number = name.substring(prefix.length(), end < 0 ? name.length() : end);
                if (!number.isEmpty() && number.length() <= 9 && digits(number)) {
                    indices.add(Integer.valueOf(number));
                }
            }
        }
        return indices;
    }

    private static boolean digits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9') && text.charAt(0) != '0';
    }

    private static String decode(String text) {
        return new String(Percent.decode(text, true), StandardCharsets.UTF_8);
    }
}
