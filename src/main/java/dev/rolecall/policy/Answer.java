package dev.rolecall.policy;

/// What comparing one part of a statement with a request says.
enum Answer {
    YES,
    NO,
    /// The document has an operand that its operator cannot read (`NumericEquals` with `x`). S3
    /// stores such a bucket policy and never matches it; what IAM does is recorded nowhere.
    ILL_FORMED,
    /// It cannot be told. Nothing that AWS documents decides.
    UNKNOWN;

    static Answer of(boolean yes) {
        return yes ? YES : NO;
    }

    Answer negated() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case ILL_FORMED, UNKNOWN -> this;
        };
    }

    /// YES needs both; NO needs one, whatever the other is.
    Answer and(Answer other) {
        return this == NO || other == NO ? NO : weaker(other);
    }

    /// NO needs both; YES needs one, whatever the other is.
    Answer or(Answer other) {
        return this == YES || other == YES ? YES : weaker(other);
    }

    private Answer weaker(Answer other) {
        return compareTo(other) > 0 ? this : other;
    }

    /// Whether it counts as a match: what cannot be told counts in a Deny and not in an Allow.
    boolean counts(Effect effect, PolicyKind kind) {
        return switch (this) {
            case YES -> true;
            case NO -> false;
            case ILL_FORMED -> effect == Effect.DENY && kind != PolicyKind.BUCKET;
            case UNKNOWN -> effect == Effect.DENY;
        };
    }
}
