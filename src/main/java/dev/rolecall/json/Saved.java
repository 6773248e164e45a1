package dev.rolecall.json;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// Turns records into JSON text and back, to keep state on disk.
///
/// It knows records, sealed interfaces of records (the record's simple name stands in the member
/// `@type`), enums, `Instant`, `Duration`, `Optional`, lists, sets, maps with textual keys,
/// strings, numbers, booleans, and every type that [#text] names.
///
/// What was saved by an older or a newer version is read as far as it goes: members that a record
/// does not have are passed over; a member that the text lacks is empty (optional, list, set, map),
/// zero (a primitive number) or false, and a problem if its type has no such default.
///
/// @param <T> what is saved
public final class Saved<T> {
    private final Class<T> root;
    private final Map<Class<?>, TextForm<?>> texts;
    private final Codecs codecs;

    private Saved(Class<T> root, Map<Class<?>, TextForm<?>> texts) {
        this.root = root;
        this.texts = texts;
        this.codecs = new Codecs(texts);
    }

    /// How a type is written as a string.
    record TextForm<X>(Class<X> type, Function<X, String> write, Function<String, X> read) {
        String written(Object value) {
            return write.apply(type.cast(value));
        }
    }

    public static <T> Saved<T> of(Class<T> root) {
        return new Saved<>(root, Map.of());
    }

    /// Returns one that also knows `type`, written as a string.
    ///
    /// @param read may throw `IllegalArgumentException` for a text that it does not take
    public <X> Saved<T> text(Class<X> type, Function<X, String> write, Function<String, X> read) {
        Map<Class<?>, TextForm<?>> more = new HashMap<>(texts);
        more.put(type, new TextForm<>(type, write, read));
        return new Saved<>(root, more);
    }

    public String write(T value) {
        return Json.written(out -> codecs.of(root).write(value, out));
    }

    /// @throws JsonProblem if the text is not JSON, or not what [#write] makes
    public T read(String text) {
        return root.cast(codecs.of(root).read(Json.parse(text)));
    }
}
