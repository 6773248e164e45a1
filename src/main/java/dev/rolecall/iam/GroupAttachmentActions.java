package dev.rolecall.iam;

import software.amazon.awssdk.services.iam.model.AttachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedGroupPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedGroupPoliciesResponse;

/// Managed policies attached to groups.
public final class GroupAttachmentActions {
    private final Attachments attachments;

    GroupAttachmentActions(Desk desk) {
        this.attachments = new Attachments(desk, Identity.Kind.GROUP);
    }

    public AttachGroupPolicyResponse attachGroupPolicy(
            Caller caller, AttachGroupPolicyRequest request) {
        attachments.attach(caller, request.groupName(), request.policyArn());
        return AttachGroupPolicyResponse.builder().build();
    }

    public DetachGroupPolicyResponse detachGroupPolicy(
            Caller caller, DetachGroupPolicyRequest request) {
        attachments.detach(caller, request.groupName(), request.policyArn());
        return DetachGroupPolicyResponse.builder().build();
    }

    public ListAttachedGroupPoliciesResponse listAttachedGroupPolicies(
            Caller caller, ListAttachedGroupPoliciesRequest request) {
        Page<AttachedPolicy> page =
                attachments.list(
                        caller,
                        request.groupName(),
                        request.pathPrefix(),
                        request.marker(),
                        request.maxItems());
        return ListAttachedGroupPoliciesResponse.builder()
                .attachedPolicies(page.items())
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}
