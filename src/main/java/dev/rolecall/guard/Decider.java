package dev.rolecall.guard;

import dev.rolecall.iam.Caller;
import dev.rolecall.iam.Iam;
import dev.rolecall.iam.Role;
import dev.rolecall.policy.Arn;
import dev.rolecall.policy.AttachedPolicy;
import dev.rolecall.policy.Context;
import dev.rolecall.policy.Evaluation;
import dev.rolecall.policy.PolicyDocument;
import dev.rolecall.policy.PolicyKind;
import dev.rolecall.policy.PolicySet;
import dev.rolecall.policy.Principal;
import dev.rolecall.s3.S3;
import dev.rolecall.sts.Sts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Gathers the policies that apply and puts the question to the engine: for requests, and for
/// questions that nobody sent.
public final class Decider {
    private static final PolicyDocument EVERYTHING =
            PolicyDocument.parse(
                    "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
                            + "\"Action\":\"*\",\"Resource\":\"*\"}}");

    /// Who the caller is. Nobody can send these.
    private static final Set<String> IDENTITY =
            Set.of(
                    "aws:principalarn",
                    "aws:principalaccount",
                    "aws:principaltype",
                    "aws:userid",
                    "aws:username");

    private final Iam iam;
    private final Sts sts;
    private final S3Resources s3;
    private final RequestKeys keys;

    Decider(Iam iam, Sts sts, S3 s3, LabClock clock) {
        this.iam = iam;
        this.sts = sts;
        this.s3 = new S3Resources(s3);
        this.keys = new RequestKeys(iam, clock);
    }

    /// Everything that decides on a request, but what each of its needs adds.
    Inquiry inquiry(Asking asking) {
        return new Inquiry(asking.caller(), keys.of(asking).build(), gathered(asking.caller()));
    }

    private PolicySet gathered(Caller caller) {
        Optional<List<AttachedPolicy>> session =
                sts.session(caller.accessKeyId()).flatMap(sts::sessionPolicies);
        return new PolicySet(
                identityPolicies(caller.principal()),
                Optional.empty(),
                iam.boundary(caller.principal()),
                session,
                List.of(),
                List.of());
    }

    /// A federated user whom the root user made may what the root user may, narrowed by the session
    /// policy like any other ("Permissions for GetFederationToken").
    private List<AttachedPolicy> identityPolicies(Principal principal) {
        return principal instanceof Principal.FederatedUser made
                        && made.creatorId().equals(made.account())
                ? List.of(everything("what the root user may"))
                : iam.identityPolicies(principal);
    }

    /// Answers whether a principal may do something now.
    ///
    /// @param resource an ARN, or `*`
    /// @param extra keys that the request would bring; they count instead of what the engine knows,
    ///   such as the time, but for those that say who the principal is. An empty set is a key that
    ///   the request does not have.
    /// @param accountAllowsAll whether to judge as if the principal's own account had given it
    ///   every permission: what the resource's side alone holds back
    public Evaluation ask(
            Principal principal,
            String action,
            String resource,
            Context extra,
            boolean accountAllowsAll) {
        Caller caller = Caller.of(principal, "");
        PolicySet policies =
                accountAllowsAll
                        ? PolicySet.ofIdentity(List.of(everything("a policy that allows all")))
                        : gathered(caller);
        Need need = need(principal, action, resource, extra);
        return new Inquiry(caller, keys.of(caller).build(), policies).on(need);
    }

    private static AttachedPolicy everything(String label) {
        return new AttachedPolicy(PolicyKind.IDENTITY, label, Optional.empty(), EVERYTHING);
    }

    /// What a request for this would need, as far as the resource's ARN tells.
    private Need need(Principal principal, String action, String resource, Context extra) {
        Optional<Arn> arn = Arn.parse(resource);
        Context.Builder context = Context.builder();
        Need.Target target = Need.Target.of(resource, arn.map(Arn::account).orElse(""));
        Optional<Need.Remote> more = Optional.empty();
        if (arn.isPresent() && arn.get().service().equals("s3")) {
            S3Resource on = S3Resource.of(arn.get());
            target = s3.target(on, principal.account()).printedAs(resource);
            s3.describe(on, context);
            more = s3.tags(action, on);
        } else if (action.startsWith("sts:") && isRole(arn)) {
            Optional<Role> role = iam.role(resource);
            role.map(Role::tags).ifPresent(tags -> Tagging.existing(tags, context));
            target = trusting(resource, role);
        }
        extra.all()
                .forEach((key, value) -> {
                    if (!IDENTITY.contains(key)) {
                        Inquiry.put(context, value);
                    }
                });
        return new Need(action, target, context.build()).with(more);
    }

    private static boolean isRole(Optional<Arn> arn) {
        return arn.filter(a -> a.service().equals("iam"))
                .filter(a -> a.resource().startsWith("role/"))
                .isPresent();
    }

    /// A role as STS is asked for it, with its trust policy. One that does not exist is refused in
    /// the same words as one that trusts nobody.
    static Need.Target trusting(String roleArn, Optional<Role> role) {
        AttachedPolicy trust =
                new AttachedPolicy(
                        PolicyKind.TRUST,
                        "trust policy of role " + role.map(Role::name).orElse(roleArn),
                        Optional.empty(),
                        role.map(Role::trust).orElseGet(Decider::trustsNobody));
        String account = Arn.parse(roleArn).map(Arn::account).orElse("");
        return new Need.Target(roleArn, account, Optional.of(trust), roleArn);
    }

    private static PolicyDocument trustsNobody() {
        return PolicyDocument.parse("{\"Version\":\"2012-10-17\",\"Statement\":[]}");
    }
}
