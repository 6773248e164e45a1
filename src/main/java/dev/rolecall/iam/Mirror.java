package dev.rolecall.iam;

/// Takes every change of an account before it is made. Filled by the wiring where IAM is mirrored
/// somewhere else.
@FunctionalInterface
public interface Mirror {
    /// Makes the change there. One change at a time is offered; readers still see the state before.
    ///
    /// @param before the account as it is
    /// @param after the account as it will be: the same where nothing is to be sent, such as the
    ///   time of a key's last use; different in several things where one request changes several
    /// @throws dev.rolecall.fault.AwsError if it was not made there; then it is not made here
    ///   either, and the caller gets this error
    void take(Account before, Account after);

    /// There is no other place.
    static Mirror none() {
        return (_, _) -> {};
    }
}
