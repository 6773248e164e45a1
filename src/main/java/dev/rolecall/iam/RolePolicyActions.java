package dev.rolecall.iam;

import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.GetRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyResponse;

/// Inline policies of roles.
public final class RolePolicyActions {
    private final InlinePolicies policies;

    RolePolicyActions(Desk desk) {
        this.policies = new InlinePolicies(desk, Identity.Kind.ROLE);
    }

    public PutRolePolicyResponse putRolePolicy(Caller caller, PutRolePolicyRequest request) {
        policies.put(caller, request.roleName(), request.policyName(), request.policyDocument());
        return PutRolePolicyResponse.builder().build();
    }

    public GetRolePolicyResponse getRolePolicy(Caller caller, GetRolePolicyRequest request) {
        return GetRolePolicyResponse.builder()
                .roleName(request.roleName())
                .policyName(request.policyName())
                .policyDocument(
                        policies.get(caller, request.roleName(), request.policyName()).text())
                .build();
    }

    public ListRolePoliciesResponse listRolePolicies(
            Caller caller, ListRolePoliciesRequest request) {
        Page<String> page =
                policies.list(caller, request.roleName(), request.marker(), request.maxItems());
        return ListRolePoliciesResponse.builder()
                .policyNames(page.items())
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }

    public DeleteRolePolicyResponse deleteRolePolicy(
            Caller caller, DeleteRolePolicyRequest request) {
        policies.delete(caller, request.roleName(), request.policyName());
        return DeleteRolePolicyResponse.builder().build();
    }
}
