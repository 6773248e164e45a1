package dev.rolecall.iam;

import dev.rolecall.fault.IamErrors;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Permissions boundaries on their way in.
record Boundaries(Desk desk) {

    /// The boundary that was asked for, if it is a policy that the account may use.
    Optional<String> checked(Account account, @Nullable String arn) {
        return Optional.ofNullable(arn)
                .map(given ->
                        desk.requireManaged(
                                account,
                                given,
                                IamErrors::invalidBoundaryArn,
                                IamErrors::noSuchBoundary))
                .map(ManagedPolicy::arn);
    }
}
