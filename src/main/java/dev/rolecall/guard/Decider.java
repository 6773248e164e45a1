package dev.rolecall.guard;

import dev.rolecall.iam.Caller;
import dev.rolecall.iam.Iam;
import dev.rolecall.iam.Role;
import dev.rolecall.policy.AccessRequest;
import dev.rolecall.policy.Arn;
import dev.rolecall.policy.AttachedPolicy;
import dev.rolecall.policy.Context;
import dev.rolecall.policy.Evaluation;
import dev.rolecall.policy.PolicyDocument;
import dev.rolecall.policy.PolicyEngine;
import dev.rolecall.policy.PolicyKind;
import dev.rolecall.policy.PolicySet;
import dev.rolecall.policy.Principal;
import dev.rolecall.s3.Bucket;
import dev.rolecall.s3.S3;
import dev.rolecall.sts.Sts;
import dev.rolecall.wire.HttpIn;
import java.util.List;
import java.util.Optional;

/// Gathers the policies that apply and puts the question to the engine: for requests, and for
/// questions that nobody sent.
public final class Decider {
    private static final String EVERYTHING =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\","
                    + "\"Resource\":\"*\"}}";

    private final Iam iam;
    private final Sts sts;
    private final S3 s3;
    private final RequestKeys keys;

    Decider(Iam iam, Sts sts, S3 s3, LabClock clock) {
        this.iam = iam;
        this.sts = sts;
        this.s3 = s3;
        this.keys = new RequestKeys(iam, clock);
    }

    /// Decides on one need of a request.
    Evaluation decide(Caller caller, HttpIn in, Need need) {
        return decide(caller, need, keys.of(caller, in), gathered(caller));
    }

    /// The same for a part of a request that is already under way, such as one key of many.
    Evaluation decide(Caller caller, Need need) {
        return decide(caller, need, keys.of(caller), gathered(caller));
    }

    private static Evaluation decide(
            Caller caller, Need need, Context.Builder common, PolicySet policies) {
        Need.Target target = need.target();
        String account = target.account().isEmpty() ? caller.account() : target.account();
        common.put("aws:ResourceAccount", account);
        need.context().all().values().forEach(value -> put(common, value));
        return PolicyEngine.evaluate(
                new AccessRequest(
                        caller.principal(), need.action(), target.arn(), account, common.build()),
                policies.withResource(target.policy()));
    }

    private static void put(Context.Builder context, Context.Value value) {
        if (value.multivalued()) {
            context.putAll(value.name(), value.values());
        } else {
            context.put(value.name(), value.values().getFirst());
        }
    }

    private PolicySet gathered(Caller caller) {
        Principal principal = caller.principal();
        Optional<List<AttachedPolicy>> session =
                sts.session(caller.accessKeyId()).flatMap(sts::sessionPolicies);
        return new PolicySet(
                iam.identityPolicies(principal),
                Optional.empty(),
                iam.boundary(principal),
                session,
                List.of(),
                List.of());
    }

    /// Answers whether a principal may do something now.
    ///
    /// @param resource an ARN, or `*`
    /// @param extra keys that the request would bring
    /// @param accountAllowsAll whether to judge as if the principal's own account had given it
    ///   every permission: what the resource's side alone holds back
    public Evaluation ask(
            Principal principal,
            String action,
            String resource,
            Context extra,
            boolean accountAllowsAll) {
        Caller caller = Caller.of(principal, "");
        Context.Builder common = keys.of(caller);
        PolicySet policies =
                accountAllowsAll ? PolicySet.ofIdentity(List.of(everything())) : gathered(caller);
        return decide(caller, new Need(action, target(resource), extra), common, policies);
    }

    private static AttachedPolicy everything() {
        return new AttachedPolicy(
                PolicyKind.IDENTITY,
                "a policy that allows everything",
                Optional.empty(),
                PolicyDocument.parse(EVERYTHING));
    }

    /// A resource by its ARN, with who owns it and the policy that is on it.
    Need.Target target(String resource) {
        Optional<Arn> arn = Arn.parse(resource);
        if (arn.isEmpty()) {
            return Need.Target.of(resource, "");
        }
        if (arn.get().service().equals("s3")) {
            String bucket = arn.get().resource().split("/", 2)[0];
            String owner = s3.bucket(bucket).map(Bucket::account).orElse("");
            return new Need.Target(resource, owner, s3.policyFor(bucket), resource);
        }
        Optional<AttachedPolicy> trust =
                arn.get().resource().startsWith("role/")
                        ? Optional.of(trust(resource, iam.role(resource)))
                        : Optional.empty();
        return new Need.Target(resource, arn.get().account(), trust, resource);
    }

    /// A role's trust policy; one that does not exist is refused in the same words as one that
    /// trusts nobody.
    static AttachedPolicy trust(String roleArn, Optional<Role> role) {
        return new AttachedPolicy(
                PolicyKind.TRUST,
                "trust policy of role " + role.map(Role::name).orElse(roleArn),
                Optional.empty(),
                role.map(Role::trust).orElseGet(Decider::trustsNobody));
    }

    private static PolicyDocument trustsNobody() {
        return PolicyDocument.parse("{\"Version\":\"2012-10-17\",\"Statement\":[]}");
    }
}
