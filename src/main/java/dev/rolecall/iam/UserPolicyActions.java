package dev.rolecall.iam;

import software.amazon.awssdk.services.iam.model.DeleteUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListUserPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListUserPoliciesResponse;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.PutUserPolicyResponse;

/// Inline policies of users.
public final class UserPolicyActions {
    private final InlinePolicies policies;

    UserPolicyActions(Desk desk) {
        this.policies = new InlinePolicies(desk, Identity.Kind.USER);
    }

    public PutUserPolicyResponse putUserPolicy(Caller caller, PutUserPolicyRequest request) {
        policies.put(caller, request.userName(), request.policyName(), request.policyDocument());
        return PutUserPolicyResponse.builder().build();
    }

    public GetUserPolicyResponse getUserPolicy(Caller caller, GetUserPolicyRequest request) {
        return GetUserPolicyResponse.builder()
                .userName(request.userName())
                .policyName(request.policyName())
                .policyDocument(
                        policies.get(caller, request.userName(), request.policyName()).text())
                .build();
    }

    public ListUserPoliciesResponse listUserPolicies(
            Caller caller, ListUserPoliciesRequest request) {
        Page<String> page =
                policies.list(caller, request.userName(), request.marker(), request.maxItems());
        return ListUserPoliciesResponse.builder()
                .policyNames(page.items())
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }

    public DeleteUserPolicyResponse deleteUserPolicy(
            Caller caller, DeleteUserPolicyRequest request) {
        policies.delete(caller, request.userName(), request.policyName());
        return DeleteUserPolicyResponse.builder().build();
    }
}
