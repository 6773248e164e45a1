package dev.rolecall.iam;

import software.amazon.awssdk.services.iam.model.AttachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesResponse;

/// Managed policies attached to roles.
public final class RoleAttachmentActions {
    private final Attachments attachments;

    RoleAttachmentActions(Desk desk) {
        this.attachments = new Attachments(desk, Identity.Kind.ROLE);
    }

    public AttachRolePolicyResponse attachRolePolicy(
            Caller caller, AttachRolePolicyRequest request) {
        attachments.attach(caller, request.roleName(), request.policyArn());
        return AttachRolePolicyResponse.builder().build();
    }

    public DetachRolePolicyResponse detachRolePolicy(
            Caller caller, DetachRolePolicyRequest request) {
        attachments.detach(caller, request.roleName(), request.policyArn());
        return DetachRolePolicyResponse.builder().build();
    }

    public ListAttachedRolePoliciesResponse listAttachedRolePolicies(
            Caller caller, ListAttachedRolePoliciesRequest request) {
        Page<AttachedPolicy> page =
                attachments.list(
                        caller,
                        request.roleName(),
                        request.pathPrefix(),
                        request.marker(),
                        request.maxItems());
        return ListAttachedRolePoliciesResponse.builder()
                .attachedPolicies(page.items())
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}
