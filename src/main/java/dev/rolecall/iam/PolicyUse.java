package dev.rolecall.iam;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.iam.model.Policy;

/// How often each managed policy is attached, and used as a boundary, in one account; and policies
/// in the SDK's shape, which tells it.
record PolicyUse(Map<String, Integer> attachments, Map<String, Integer> boundaries) {

    static PolicyUse in(Account account) {
        Map<String, Integer> attachments = new HashMap<>();
        account.identities()
                .flatMap(identity -> identity.policies().attached().stream())
                .forEach(arn -> attachments.merge(arn, 1, Integer::sum));
        Map<String, Integer> boundaries = new HashMap<>();
        account.bounded()
                .flatMap(bounded -> bounded.boundary().stream())
                .forEach(arn -> boundaries.merge(arn, 1, Integer::sum));
        return new PolicyUse(attachments, boundaries);
    }

    int attachments(String arn) {
        return attachments.getOrDefault(arn, 0);
    }

    int boundaries(String arn) {
        return boundaries.getOrDefault(arn, 0);
    }

    boolean isUsed(String arn) {
        return attachments.containsKey(arn) || boundaries.containsKey(arn);
    }

    /// A policy as ListPolicies and CreatePolicy show it.
    Policy listed(PolicyFacts facts) {
        return Policy.builder()
                .policyName(facts.name())
                .policyId(facts.id())
                .arn(facts.arn())
                .path(facts.path())
                .defaultVersionId(facts.defaultVersion())
                .attachmentCount(attachments(facts.arn()))
                .permissionsBoundaryUsageCount(boundaries(facts.arn()))
                .isAttachable(true)
                .createDate(facts.created())
                .updateDate(facts.updated())
                .build();
    }

    /// A policy as GetPolicy shows it: with its description, and its tags even if there are none.
    Policy got(ManagedPolicy policy) {
        return listed(PolicyFacts.of(policy)).toBuilder()
                .description(policy.description().isEmpty() ? null : policy.description())
                .tags(Shapes.tags(policy.tags()))
                .build();
    }
}
