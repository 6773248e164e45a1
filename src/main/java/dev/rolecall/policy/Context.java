package dev.rolecall.policy;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The condition keys of one request ("AWS global condition context keys"). Names ignore case.
public final class Context {
    private static final Context EMPTY = new Context(new TreeMap<>());

    private final Map<String, Value> values;

    private Context(Map<String, Value> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /// What a key holds: one value, or a set of values for the keys that AWS calls multivalued.
    ///
    /// @param name the key as it was written
    public record Value(String name, List<String> values, boolean multivalued) {
        public Value {
            values = List.copyOf(values);
        }
    }

    public static Context empty() {
        return EMPTY;
    }

    public static Builder builder() {
        return new Builder();
    }

    /// Returns the key's value, or empty if the request does not have the key.
    public Optional<Value> get(String key) {
        return Optional.ofNullable(values.get(key.toLowerCase(Locale.ROOT)));
    }

    /// All keys, by lower-case name.
    public Map<String, Value> all() {
        return values;
    }

    /// Returns a builder that holds what this context holds.
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.values.putAll(values);
        return builder;
    }

    /// Collects keys; a later value replaces an earlier one.
    public static final class Builder {
        private final Map<String, Value> values = new TreeMap<>();

        private Builder() {}

        /// Adds a key with a single value.
        public Builder put(String key, String value) {
            values.put(key.toLowerCase(Locale.ROOT), new Value(key, List.of(value), false));
            return this;
        }

        /// Adds a multivalued key; an empty list is a key that is present and holds nothing.
        public Builder putAll(String key, List<String> list) {
            values.put(key.toLowerCase(Locale.ROOT), new Value(key, list, true));
            return this;
        }

        public Context build() {
            return new Context(new TreeMap<>(values));
        }
    }
}
