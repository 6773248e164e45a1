package dev.rolecall.iam;

import dev.rolecall.fault.IamErrors;
import dev.rolecall.policy.Principal;
import org.jspecify.annotations.Nullable;

/// Entities that must be there, or else AWS's `NoSuchEntity`.
final class Find {
    private Find() {}

    static User user(Account account, String name) {
        return account.user(name).orElseThrow(() -> IamErrors.noSuchUser(name));
    }

    static Group group(Account account, String name) {
        return account.group(name).orElseThrow(() -> IamErrors.noSuchGroup(name));
    }

    static Role role(Account account, String name) {
        return account.role(name).orElseThrow(() -> IamErrors.noSuchRole(name));
    }

    static InstanceProfile profile(Account account, String name) {
        return account.profile(name).orElseThrow(() -> IamErrors.noSuchInstanceProfile(name));
    }

    static Identity identity(Account account, Identity.Kind kind, String name) {
        return switch (kind) {
            case USER -> user(account, name);
            case GROUP -> group(account, name);
            case ROLE -> role(account, name);
        };
    }

    /// The unique id of the user that is named, or of the caller if no name was given: a user, or
    /// the account's id for the root user.
    static String keyOwner(Account account, Caller caller, @Nullable String userName) {
        if (userName != null) {
            return user(account, userName).id();
        }
        return switch (caller.principal()) {
            case Principal.User user -> user.id();
            case Principal.Root root -> root.account();
            case Principal.RoleSession _,
                    Principal.FederatedUser _,
                    Principal.Service _,
                    Principal.Provider _,
                    Principal.Anonymous _ ->
                    throw IamErrors.userNameRequired();
        };
    }
}
