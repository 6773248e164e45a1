package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.ManagedPolicy;
import software.amazon.awssdk.services.iam.IamClient;

/// Requests about customer managed policies and their versions.
final class PolicyCalls {
    private PolicyCalls() {}

    /// @param policy with its first version alone, which the container numbers v1
    static Call create(ManagedPolicy policy) {
        String document = ContainerText.of(policy.document());
        return Call.makes(
                "CreatePolicy",
                ref(policy),
                iam ->
                        iam.createPolicy(
                                        r -> {
                                            r.policyName(policy.name())
                                                    .path(policy.path())
                                                    .policyDocument(document);
                                            if (!policy.description().isEmpty()) {
                                                r.description(policy.description());
                                            }
                                            if (!policy.tags().isEmpty()) {
                                                r.tags(Tags.of(policy.tags()));
                                            }
                                        })
                                .policy()
                                .policyId());
    }

    static Call delete(ManagedPolicy policy) {
        return Call.unmakes(
                "DeletePolicy",
                ref(policy),
                iam -> iam.deletePolicy(r -> r.policyArn(policy.arn())));
    }

    /// The container numbers versions itself, and goes on from the highest that there ever was.
    /// Lower numbers are used up first; if the number is past, the policy has to be made anew.
    static Call createVersion(ManagedPolicy policy, ManagedPolicy.Version version) {
        String document = ContainerText.of(version.document());
        return Call.of(
                        "CreatePolicyVersion",
                        new Call.MakesVersion(thing(policy, version.id()), version.id()),
                        (iam, _) -> create(iam, policy.arn(), document, number(version.id())))
                .orAnew(policy.id());
    }

    private static String create(IamClient iam, String arn, String document, int wanted) {
        String made;
        do {
            made =
                    iam.createPolicyVersion(r -> r.policyArn(arn).policyDocument(document))
                            .policyVersion()
                            .versionId();
            if (number(made) != wanted) {
                String other = made;
                iam.deletePolicyVersion(r -> r.policyArn(arn).versionId(other));
            }
        } while (number(made) < wanted);
        return made;
    }

    static Call deleteVersion(ManagedPolicy policy, String version) {
        return Call.unmakes(
                "DeletePolicyVersion",
                thing(policy, version),
                iam -> iam.deletePolicyVersion(r -> r.policyArn(policy.arn()).versionId(version)));
    }

    static Call setDefault(ManagedPolicy policy, String version) {
        return Call.alters(
                "SetDefaultPolicyVersion",
                ref(policy),
                iam ->
                        iam.setDefaultPolicyVersion(
                                r -> r.policyArn(policy.arn()).versionId(version)));
    }

    private static EntityRef ref(ManagedPolicy policy) {
        return EntityRef.policy(policy.name());
    }

    private static String thing(ManagedPolicy policy, String version) {
        return ref(policy) + " version " + version;
    }

    /// 3 for `v3`.
    static int number(String version) {
        return Integer.parseInt(version.substring(1));
    }
}
