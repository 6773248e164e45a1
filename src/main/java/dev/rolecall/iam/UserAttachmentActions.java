package dev.rolecall.iam;

import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.DetachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedUserPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedUserPoliciesResponse;

/// Managed policies attached to users.
public final class UserAttachmentActions {
    private final Attachments attachments;

    UserAttachmentActions(Desk desk) {
        this.attachments = new Attachments(desk, Identity.Kind.USER);
    }

    public AttachUserPolicyResponse attachUserPolicy(
            Caller caller, AttachUserPolicyRequest request) {
        attachments.attach(caller, request.userName(), request.policyArn());
        return AttachUserPolicyResponse.builder().build();
    }

    public DetachUserPolicyResponse detachUserPolicy(
            Caller caller, DetachUserPolicyRequest request) {
        attachments.detach(caller, request.userName(), request.policyArn());
        return DetachUserPolicyResponse.builder().build();
    }

    public ListAttachedUserPoliciesResponse listAttachedUserPolicies(
            Caller caller, ListAttachedUserPoliciesRequest request) {
        Page<AttachedPolicy> page =
                attachments.list(
                        caller,
                        request.userName(),
                        request.pathPrefix(),
                        request.marker(),
                        request.maxItems());
        return ListAttachedUserPoliciesResponse.builder()
                .attachedPolicies(page.items())
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}
