package dev.rolecall.policy;

import dev.rolecall.policy.Evaluation.Layer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What each layer's policies say to one request; a layer is asked when the decision needs it.
final class Ballot {
    private static final Set<String> OWN_BUCKET_POLICY =
            Set.of("s3:getbucketpolicy", "s3:putbucketpolicy", "s3:deletebucketpolicy");

    private final Asked asked;
    private final PolicySet policies;

    Ballot(AccessRequest request, PolicySet policies) {
        this.asked = new Asked(request);
        this.policies = policies;
    }

    Asked asked() {
        return asked;
    }

    PolicySet policies() {
        return policies;
    }

    Principal principal() {
        return asked.principal();
    }

    boolean crossAccount() {
        return asked.request().crossAccount();
    }

    /// `GetCallerIdentity` and `GetSessionToken` need no permission, and no policy can deny them
    /// ("GetCallerIdentity", "Permissions for GetSessionToken").
    boolean needsNoPermission() {
        boolean action =
                asked.action().equals("sts:getcalleridentity")
                        || asked.action().equals("sts:getsessiontoken");
        return action && hasCallersSide();
    }

    /// "Roles may not be assumed by root accounts."
    boolean rootAssumesRole() {
        return principal() instanceof Principal.Root && asked.action().equals("sts:assumerole");
    }

    /// Whether the caller has an account whose policies are asked. Services, strangers without a
    /// signature and those whom an identity provider sends have none.
    boolean hasCallersSide() {
        return switch (principal()) {
            case Principal.Root _,
                    Principal.User _,
                    Principal.RoleSession _,
                    Principal.FederatedUser _ ->
                    true;
            case Principal.Service _, Principal.Provider _, Principal.Anonymous _ -> false;
        };
    }

    /// The kind of policy on the resource, or the kind that would have to be there.
    Layer resourceLayer() {
        Optional<AttachedPolicy> resource = policies.resource();
        boolean trust =
                resource.isPresent() ? resource.get().kind() == PolicyKind.TRUST : assumesRole();
        return trust ? Layer.TRUST : Layer.BUCKET;
    }

    /// Only a trust policy opens a role. `sts:TagSession` is also asked for a federated session,
    /// which has none.
    private boolean assumesRole() {
        return asked.action().startsWith("sts:assumerole")
                || (asked.action().startsWith("sts:")
                        && !asked.resourceParts().isEmpty()
                        && asked.resourceParts().getLast().startsWith("role/"));
    }

    boolean denied() {
        return denies(policies.identity())
                || policies.resource().filter(p -> denies(p)).isPresent()
                || policies.boundary().filter(p -> denies(p)).isPresent()
                || policies.session().filter(p -> denies(p)).isPresent()
                || anyDenies(policies.serviceControl())
                || anyDenies(policies.resourceControl());
    }

    private boolean anyDenies(List<List<AttachedPolicy>> levels) {
        for (List<AttachedPolicy> level : levels) {
            if (denies(level)) {
                return true;
            }
        }
        return false;
    }

    private boolean denies(List<AttachedPolicy> list) {
        for (AttachedPolicy policy : list) {
            if (denies(policy)) {
                return true;
            }
        }
        return false;
    }

    private boolean denies(AttachedPolicy policy) {
        for (Statement statement : policy.document().denies()) {
            if (denies(policy, statement)) {
                return true;
            }
        }
        return false;
    }

    boolean denies(AttachedPolicy policy, Statement statement) {
        return statement.matches(asked, policy.kind()) && !rootMendsOwnBucket(policy);
    }

    /// Whatever its bucket policy says, the root user of the owning account can read, replace and
    /// delete it ("PutBucketPolicy").
    private boolean rootMendsOwnBucket(AttachedPolicy policy) {
        return policy.kind() == PolicyKind.BUCKET
                && principal() instanceof Principal.Root
                && !crossAccount()
                && OWN_BUCKET_POLICY.contains(asked.action());
    }

    /// Whether every level has a policy that allows; levels that are not there limit nothing.
    boolean everyLevelAllows(List<List<AttachedPolicy>> levels) {
        for (List<AttachedPolicy> level : levels) {
            if (!allows(level)) {
                return false;
            }
        }
        return true;
    }

    /// How closely the resource's policy names the caller in statements that allow.
    Grip resource() {
        Grip grip = Grip.NONE;
        if (policies.resource().isPresent()) {
            AttachedPolicy policy = policies.resource().get();
            for (Statement statement : policy.document().allows()) {
                if (statement.matches(asked, policy.kind())) {
                    grip = grip.or(statement.grip(principal()));
                }
            }
        }
        return grip;
    }

    /// A root user needs no policy in its own account, and has none for another's resource.
    boolean identity() {
        return principal() instanceof Principal.Root || allows(policies.identity());
    }

    boolean boundary() {
        return policies.boundary().isEmpty() || allows(policies.boundary().get());
    }

    /// Without a session policy a session may what its role may; a GetFederationToken session may
    /// nothing ("Permissions for GetFederationToken").
    boolean session() {
        return policies.session().isPresent()
                ? allows(policies.session().get())
                : !(principal() instanceof Principal.FederatedUser);
    }

    private boolean allows(List<AttachedPolicy> list) {
        for (AttachedPolicy policy : list) {
            if (allows(policy)) {
                return true;
            }
        }
        return false;
    }

    private boolean allows(AttachedPolicy policy) {
        for (Statement statement : policy.document().allows()) {
            if (statement.matches(asked, policy.kind())) {
                return true;
            }
        }
        return false;
    }
}
