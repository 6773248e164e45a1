package dev.rolecall.iam;

import java.time.Instant;

/// A user, group or role: what policies can be put on ("IAM identities").
public sealed interface Identity permits User, Group, Role {
    String account();

    /// `/` or `/a/b/`.
    String path();

    String name();

    /// The unique id, `AIDA…`, `AGPA…` or `AROA…`; a new entity of the same name has another.
    String id();

    Instant created();

    /// Inline and attached policies.
    Policies policies();

    Kind kind();

    Identity with(Policies policies);

    default String arn() {
        return "arn:aws:iam::" + account() + ":" + kind().word() + path() + name();
    }

    /// The three kinds and the limits of each ("IAM and AWS STS quotas").
    enum Kind {
        USER("user", "PoliciesPerUser", 2048),
        GROUP("group", "PoliciesPerGroup", 5120),
        ROLE("role", "PoliciesPerRole", 10240);

        /// How many managed policies may be attached to one identity.
        public static final int ATTACHED_POLICIES = 10;

        private final String word;
        private final String quota;
        private final int inlineSize;

        Kind(String word, String quota, int inlineSize) {
            this.word = word;
            this.quota = quota;
            this.inlineSize = inlineSize;
        }

        /// As ARNs and messages print it.
        public String word() {
            return word;
        }

        /// The name of the quota of attached policies.
        public String quota() {
            return quota;
        }

        /// All inline policies of one identity together, in characters that are not white space.
        public int inlineSize() {
            return inlineSize;
        }
    }
}
