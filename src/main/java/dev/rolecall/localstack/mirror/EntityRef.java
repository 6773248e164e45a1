package dev.rolecall.localstack.mirror;

import java.util.Locale;

/// Names one entity of an account, as differences and problems name it.
///
/// @param name the user's, role's … name; the account's id for what the account has as a whole
public record EntityRef(Kind kind, String name) {

    /// The kinds of entities that are mirrored.
    public enum Kind {
        /// What belongs to no entity: the account's alias.
        ACCOUNT("account"),
        USER("user"),
        GROUP("group"),
        ROLE("role"),
        POLICY("policy"),
        INSTANCE_PROFILE("instance profile");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// As a person reads it.
        public String word() {
            return word;
        }
    }

    public static EntityRef account(String id) {
        return new EntityRef(Kind.ACCOUNT, id);
    }

    public static EntityRef user(String name) {
        return new EntityRef(Kind.USER, name);
    }

    public static EntityRef group(String name) {
        return new EntityRef(Kind.GROUP, name);
    }

    public static EntityRef role(String name) {
        return new EntityRef(Kind.ROLE, name);
    }

    /// A customer managed policy, by its name and not its ARN.
    public static EntityRef policy(String name) {
        return new EntityRef(Kind.POLICY, name);
    }

    public static EntityRef profile(String name) {
        return new EntityRef(Kind.INSTANCE_PROFILE, name);
    }

    /// Whether the other names the same entity: names do not differ by case.
    boolean same(EntityRef other) {
        return kind == other.kind && fold(name).equals(fold(other.name));
    }

    /// What names are compared by.
    static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /// Such as `user Test`.
    @Override
    public String toString() {
        return kind.word + " " + name;
    }
}
