package dev.rolecall.iam;

import dev.rolecall.fault.IamErrors;
import software.amazon.awssdk.services.iam.model.ListPolicyTagsRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyTagsResponse;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.TagPolicyRequest;
import software.amazon.awssdk.services.iam.model.TagPolicyResponse;
import software.amazon.awssdk.services.iam.model.UntagPolicyRequest;
import software.amazon.awssdk.services.iam.model.UntagPolicyResponse;

/// Tags of customer managed policies; their keys differ by case.
public final class PolicyTagActions {
    private final Desk desk;

    PolicyTagActions(Desk desk) {
        this.desk = desk;
    }

    public TagPolicyResponse tagPolicy(Caller caller, TagPolicyRequest request) {
        desk.change(
                caller,
                account -> {
                    ManagedPolicy policy = OwnPolicy.of(account, request.policyArn());
                    return account.with(
                            policy.withTags(
                                    Tagging.CASE_SENSITIVE.added(policy.tags(), request.tags())));
                });
        return TagPolicyResponse.builder().build();
    }

    public UntagPolicyResponse untagPolicy(Caller caller, UntagPolicyRequest request) {
        desk.change(
                caller,
                account -> {
                    ManagedPolicy policy = OwnPolicy.of(account, request.policyArn());
                    return account.with(
                            policy.withTags(
                                    Tagging.CASE_SENSITIVE.removed(
                                            policy.tags(), request.tagKeys())));
                });
        return UntagPolicyResponse.builder().build();
    }

    public ListPolicyTagsResponse listPolicyTags(Caller caller, ListPolicyTagsRequest request) {
        ManagedPolicy policy =
                desk.requireManaged(
                        desk.account(caller),
                        request.policyArn(),
                        IamErrors::invalidArn,
                        IamErrors::noSuchPolicy);
        Page<Tag> page =
                Page.of(Shapes.tags(policy.tags()), Tag::key, request.marker(), request.maxItems());
        return ListPolicyTagsResponse.builder()
                .tags(page.items())
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}
