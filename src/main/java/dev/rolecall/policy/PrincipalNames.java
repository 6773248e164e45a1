package dev.rolecall.policy;

import java.util.Optional;

/// Turns the names in a policy's `Principal` into unique ids and back, as AWS does when a trust or
/// bucket policy is saved and read ("AWS JSON policy elements: Principal", "IAM identifiers").
public interface PrincipalNames {

    /// The unique id (`AIDA…`, `AROA…`) of a user's or role's ARN, or empty if there is none.
    Optional<String> uniqueId(String arn);

    /// The present ARN of a unique id, or empty if its owner is gone.
    Optional<String> arn(String uniqueId);

    /// Whether there is such an account.
    boolean accountExists(String account);
}
