package dev.rolecall.iam;

import software.amazon.awssdk.services.iam.model.DeleteGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListGroupPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListGroupPoliciesResponse;
import software.amazon.awssdk.services.iam.model.PutGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.PutGroupPolicyResponse;

/// Inline policies of groups.
public final class GroupPolicyActions {
    private final InlinePolicies policies;

    GroupPolicyActions(Desk desk) {
        this.policies = new InlinePolicies(desk, Identity.Kind.GROUP);
    }

    public PutGroupPolicyResponse putGroupPolicy(Caller caller, PutGroupPolicyRequest request) {
        policies.put(caller, request.groupName(), request.policyName(), request.policyDocument());
        return PutGroupPolicyResponse.builder().build();
    }

    public GetGroupPolicyResponse getGroupPolicy(Caller caller, GetGroupPolicyRequest request) {
        return GetGroupPolicyResponse.builder()
                .groupName(request.groupName())
                .policyName(request.policyName())
                .policyDocument(
                        policies.get(caller, request.groupName(), request.policyName()).text())
                .build();
    }

    public ListGroupPoliciesResponse listGroupPolicies(
            Caller caller, ListGroupPoliciesRequest request) {
        Page<String> page =
                policies.list(caller, request.groupName(), request.marker(), request.maxItems());
        return ListGroupPoliciesResponse.builder()
                .policyNames(page.items())
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }

    public DeleteGroupPolicyResponse deleteGroupPolicy(
            Caller caller, DeleteGroupPolicyRequest request) {
        policies.delete(caller, request.groupName(), request.policyName());
        return DeleteGroupPolicyResponse.builder().build();
    }
}
