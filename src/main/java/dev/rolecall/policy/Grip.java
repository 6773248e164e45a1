package dev.rolecall.policy;

/// How closely a resource policy names the caller, the weakest first ("Policy evaluation logic":
/// what a grant to each form of principal bypasses).
enum Grip {
    /// Not at all.
    NONE,
    /// As one of its account: the account's own policies decide.
    ACCOUNT,
    /// As a session of a named role, or a federated session of a named user: boundary and session
    /// policies still limit it.
    ENTITY,
    /// Itself, or everybody: no other policy's silence matters in the same account.
    SELF;

    Grip or(Grip other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
