package dev.rolecall.policy;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The condition keys of one request ("AWS global condition context keys"). Names ignore case.
public final class Context {
    private static final Context EMPTY = new Context(new HashMap<>());

    private final Map<String, Value> values;

    private Context(Map<String, Value> values) {
        this.values = values;
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
        return lookup(key.toLowerCase(Locale.ROOT));
    }

    /// The same, for a key that is lower-case already.
    Optional<Value> lookup(String lowerCaseKey) {
        return Optional.ofNullable(values.get(lowerCaseKey));
    }

    /// All keys, by lower-case name, in alphabetical order.
    public Map<String, Value> all() {
        return Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /// Returns a builder that holds what this context holds.
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.values.putAll(values);
        return builder;
    }

    /// Collects keys; a later value replaces an earlier one.
    public static final class Builder {
        private final Map<String, Value> values = new HashMap<>();

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

        /// Adds what the principal itself brings: `aws:PrincipalArn`, `aws:PrincipalAccount`,
        /// `aws:PrincipalType`, `aws:userid` and, for a user, `aws:username` ("IAM policy elements:
        /// Variables and tags", the table of principal key values).
        public Builder principal(Principal principal) {
            switch (principal) {
                case Principal.Root _ -> signed(principal, "Account");
                case Principal.User user -> signed(user, "User").put("aws:username", user.name());
                case Principal.RoleSession _ -> signed(principal, "AssumedRole");
                case Principal.FederatedUser _ -> signed(principal, "FederatedUser");
                case Principal.Service _, Principal.Provider _ -> {}
                case Principal.Anonymous _ ->
                        put("aws:PrincipalType", "Anonymous").put("aws:userid", "anonymous");
            }
            return this;
        }

        private Builder signed(Principal principal, String type) {
            return put("aws:PrincipalArn", principal.principalArn())
                    .put("aws:PrincipalAccount", principal.account())
                    .put("aws:PrincipalType", type)
                    .put("aws:userid", principal.userId());
        }

        public Context build() {
            return new Context(new HashMap<>(values));
        }
    }
}
