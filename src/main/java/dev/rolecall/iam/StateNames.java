package dev.rolecall.iam;

import dev.rolecall.policy.Arn;
import dev.rolecall.policy.PrincipalNames;
import java.util.Optional;
import java.util.function.Supplier;

/// Unique ids and ARNs of the users and roles that there are now ("IAM identifiers").
final class StateNames implements PrincipalNames {
    private final Supplier<IamState> state;

    StateNames(Supplier<IamState> state) {
        this.state = state;
    }

    @Override
    public Optional<String> uniqueId(String arn) {
        return identity(state.get(), arn).map(Identity::id);
    }

    @Override
    public Optional<String> arn(String uniqueId) {
        return state.get().first(account -> byId(account, uniqueId)).map(Identity::arn);
    }

    @Override
    public boolean accountExists(String account) {
        return state.get().account(account).isPresent();
    }

    /// The user or role of that very ARN: ARNs are case-sensitive and hold the path.
    static Optional<Identity> identity(IamState state, String text) {
        return Arn.parse(text)
                .flatMap(arn -> state.account(arn.account()).flatMap(in -> named(in, arn)))
                .filter(found -> found.arn().equals(text));
    }

    private static Optional<Identity> named(Account account, Arn arn) {
        String name = arn.resource().substring(arn.resource().lastIndexOf('/') + 1);
        if (arn.resource().startsWith("user/")) {
            return account.user(name).map(Identity.class::cast);
        }
        return arn.resource().startsWith("role/")
                ? account.role(name).map(Identity.class::cast)
                : Optional.empty();
    }

    private static Optional<Identity> byId(Account account, String id) {
        return account.userById(id)
                .map(Identity.class::cast)
                .or(() -> account.roleById(id).map(Identity.class::cast));
    }
}
