package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.ManagedPolicy;
import java.util.ArrayList;
import java.util.List;

/// The steps that make a customer managed policy and change its versions.
final class PolicySteps {
    private static final String FIRST = "v1";

    private final Route route;
    private ManagedPolicy policy;

    private PolicySteps(Route route, ManagedPolicy policy) {
        this.route = route;
        this.policy = policy;
    }

    /// The container calls the first version v1. If that is not wanted, it goes as soon as another
    /// is there, for five are all that there may be.
    static void make(Route route, ManagedPolicy wanted) {
        ManagedPolicy.Version oldest = wanted.versions().getFirst();
        ManagedPolicy.Version first =
                new ManagedPolicy.Version(FIRST, oldest.created(), oldest.document());
        PolicySteps steps = new PolicySteps(route, bare(wanted, first));
        route.go(PolicyCalls.create(steps.policy), route.now().with(steps.policy));
        for (ManagedPolicy.Version version : wanted.versions()) {
            if (!version.id().equals(FIRST)) {
                steps.add(version);
                if (steps.policy.version(FIRST).isPresent() && wanted.version(FIRST).isEmpty()) {
                    steps.apply(version.id());
                    steps.remove(FIRST);
                }
            }
        }
        steps.apply(wanted.defaultVersion());
    }

    private static ManagedPolicy bare(ManagedPolicy wanted, ManagedPolicy.Version first) {
        return new ManagedPolicy(
                wanted.account(),
                wanted.path(),
                wanted.name(),
                wanted.id(),
                wanted.created(),
                wanted.updated(),
                wanted.description(),
                List.of(first),
                first.id(),
                PolicyCalls.number(FIRST) + 1,
                wanted.tags());
    }

    /// At least one version stays, and what comes has higher numbers: else the policy would be made
    /// anew.
    static void change(Route route, ManagedPolicy now, ManagedPolicy wanted) {
        PolicySteps steps = new PolicySteps(route, now);
        if (now.version(wanted.defaultVersion()).isPresent()) {
            steps.apply(wanted.defaultVersion());
        } else if (wanted.version(now.defaultVersion()).isEmpty()) {
            now.versions().stream()
                    .map(ManagedPolicy.Version::id)
                    .filter(id -> wanted.version(id).isPresent())
                    .findFirst()
                    .ifPresent(steps::apply);
        }
        now.versions().stream()
                .map(ManagedPolicy.Version::id)
                .filter(id -> wanted.version(id).isEmpty())
                .forEach(steps::remove);
        wanted.versions().stream()
                .filter(version -> now.version(version.id()).isEmpty())
                .forEach(steps::add);
        steps.apply(wanted.defaultVersion());
    }

    private void add(ManagedPolicy.Version version) {
        Call call = PolicyCalls.createVersion(policy, version);
        List<ManagedPolicy.Version> more = new ArrayList<>(policy.versions());
        more.add(version);
        go(call, policy.withVersions(more, policy.defaultVersion()));
    }

    private void remove(String version) {
        go(PolicyCalls.deleteVersion(policy, version), without(policy, version));
    }

    static ManagedPolicy without(ManagedPolicy policy, String version) {
        List<ManagedPolicy.Version> fewer = new ArrayList<>(policy.versions());
        fewer.removeIf(v -> v.id().equals(version));
        return policy.withVersions(fewer, policy.defaultVersion());
    }

    /// LocalStack forgets the default version if it is told what it knows.
    private void apply(String version) {
        if (!policy.defaultVersion().equals(version)) {
            go(
                    PolicyCalls.setDefault(policy, version),
                    policy.withVersions(policy.versions(), version));
        }
    }

    private void go(Call call, ManagedPolicy then) {
        policy = then;
        route.go(call, route.now().with(then));
    }
}
