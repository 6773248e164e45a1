package dev.rolecall.iam;

import dev.rolecall.policy.AttachedPolicy;
import dev.rolecall.policy.PolicyDocument;
import dev.rolecall.policy.PolicyKind;
import dev.rolecall.policy.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Gathers the policies that apply to a principal ("Policy evaluation logic").
final class Applying {
    private static final String ALLOWS_NOTHING =
            """
            {"Version":"2012-10-17","Statement":[]}\
            """;

    private final Supplier<IamState> state;
    private final AwsPolicies awsPolicies;

    Applying(Supplier<IamState> state, AwsPolicies awsPolicies) {
        this.state = state;
        this.awsPolicies = awsPolicies;
    }

    /// The user or role behind a principal, by its unique id; a federated user's creator.
    Optional<Identity> identity(Principal principal) {
        return switch (principal) {
            case Principal.User user -> user(user.account(), user.id());
            case Principal.FederatedUser made -> user(made.account(), made.creatorId());
            case Principal.RoleSession session ->
                    account(session.account())
                            .flatMap(account -> account.roleById(session.roleId()))
                            .map(Identity.class::cast);
            case Principal.Root _,
                    Principal.Service _,
                    Principal.Provider _,
                    Principal.Anonymous _ ->
                    Optional.empty();
        };
    }

    List<AttachedPolicy> identityPolicies(Principal principal) {
        return identity(principal).map(this::identityPolicies).orElse(List.of());
    }

    Optional<AttachedPolicy> boundary(Principal principal) {
        return identity(principal)
                .flatMap(i -> i instanceof Bounded it ? it.boundary() : Optional.empty())
                .map(arn -> attached(PolicyKind.BOUNDARY, arn, ""));
    }

    Optional<ManagedPolicy> managed(String arn) {
        return awsPolicies.find(arn).or(() -> state.get().first(a -> a.policyByArn(arn)));
    }

    private List<AttachedPolicy> identityPolicies(Identity identity) {
        List<AttachedPolicy> all = new ArrayList<>();
        collect(identity, "", all);
        if (identity instanceof User user) {
            account(user.account()).stream()
                    .flatMap(account -> account.groupsOf(user.id()).stream())
                    .forEach(group -> collect(group, " of group " + group.name(), all));
        }
        return all;
    }

    private void collect(Identity identity, String where, List<AttachedPolicy> into) {
        identity.policies()
                .inline()
                .forEach((name, document) ->
                        into.add(
                                new AttachedPolicy(
                                        PolicyKind.IDENTITY,
                                        "inline policy " + name + where,
                                        Optional.empty(),
                                        document)));
        identity.policies()
                .attached()
                .forEach(arn -> into.add(attached(PolicyKind.IDENTITY, arn, where)));
    }

    /// A policy that is attached cannot be deleted, so it is there; only an account that was taken
    /// over from elsewhere can name one that is not, and that one allows nothing.
    private AttachedPolicy attached(PolicyKind kind, String arn, String where) {
        String label = "managed policy " + arn.substring(arn.lastIndexOf('/') + 1) + where;
        PolicyDocument document =
                managed(arn)
                        .map(ManagedPolicy::document)
                        .orElseGet(() -> PolicyDocument.parse(ALLOWS_NOTHING));
        return new AttachedPolicy(kind, label, Optional.of(arn), document);
    }

    private Optional<Identity> user(String account, String id) {
        return account(account).flatMap(a -> a.userById(id)).map(Identity.class::cast);
    }

    private Optional<Account> account(String id) {
        return state.get().account(id);
    }
}
