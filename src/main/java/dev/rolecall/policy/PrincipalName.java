package dev.rolecall.policy;

import java.util.Optional;

/// One value of a `Principal` element, compiled ("AWS JSON policy elements: Principal").
sealed interface PrincipalName {

    /// How closely it names this caller.
    Grip grip(Principal caller);

    /// `"*"`, and `{"AWS": "*"}`, which means the same.
    record Everyone() implements PrincipalName {
        @Override
        public Grip grip(Principal caller) {
            // Whether `*` covers what an identity provider vouches for is recorded nowhere: a Deny
            // covers it, and for an Allow a grip on the account alone does not suffice.
            return caller instanceof Principal.Provider ? Grip.ACCOUNT : Grip.SELF;
        }
    }

    /// An account, in either form; not its root user alone.
    record Account(String id) implements PrincipalName {
        @Override
        public Grip grip(Principal caller) {
            return caller.account().equals(id) ? Grip.ACCOUNT : Grip.NONE;
        }
    }

    /// A user or role by its unique id, as stored policies have it.
    record Unique(String id) implements PrincipalName {
        @Override
        public Grip grip(Principal caller) {
            return switch (caller) {
                case Principal.User user when user.id().equals(id) -> Grip.SELF;
                case Principal.RoleSession session when session.roleId().equals(id) -> Grip.ENTITY;
                case Principal.FederatedUser federated when federated.creatorId().equals(id) ->
                        Grip.ENTITY;
                default -> Grip.NONE;
            };
        }
    }

    /// A session by its ARN, or a user or role in a document that no save has resolved.
    record ByArn(String arn) implements PrincipalName {
        @Override
        public Grip grip(Principal caller) {
            if (caller instanceof Principal.Root) {
                return Grip.NONE;
            }
            if (caller.arn().equals(arn)) {
                return Grip.SELF;
            }
            return caller.principalArn().equals(arn) ? Grip.ENTITY : Grip.NONE;
        }
    }

    record Service(String name) implements PrincipalName {
        @Override
        public Grip grip(Principal caller) {
            return caller instanceof Principal.Service service && service.name().equals(name)
                    ? Grip.SELF
                    : Grip.NONE;
        }
    }

    record Federated(String provider) implements PrincipalName {
        @Override
        public Grip grip(Principal caller) {
            return caller instanceof Principal.Provider by && by.name().equals(provider)
                    ? Grip.SELF
                    : Grip.NONE;
        }
    }

    /// A kind or form that nobody here has, such as a canonical user.
    record Nobody() implements PrincipalName {
        @Override
        public Grip grip(Principal caller) {
            return Grip.NONE;
        }
    }

    /// @param kind `AWS`, `Service`, `Federated` or `CanonicalUser`
    static PrincipalName of(String kind, String value) {
        return switch (kind) {
            case "AWS" -> aws(value);
            case "Service" -> new Service(value);
            case "Federated" -> new Federated(value);
            default -> new Nobody();
        };
    }

    private static PrincipalName aws(String value) {
        if (value.equals("*")) {
            return new Everyone();
        }
        Optional<String> account = account(value);
        if (account.isPresent()) {
            return new Account(account.get());
        }
        return value.startsWith("arn:") ? new ByArn(value) : new Unique(value);
    }

    /// The account that a value names as a whole: twelve digits, or the ARN of its root.
    static Optional<String> account(String value) {
        if (isAccountId(value)) {
            return Optional.of(value);
        }
        return Arn.parse(value)
                .filter(arn -> arn.service().equals("iam") && arn.resource().equals("root"))
                .filter(arn -> arn.region().isEmpty() && isAccountId(arn.account()))
                .map(Arn::account);
    }

    private static boolean isAccountId(String text) {
        return text.length() == 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
