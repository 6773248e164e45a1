package dev.rolecall.iam;

import dev.rolecall.fault.IamErrors;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyResponse;
import software.amazon.awssdk.services.iam.model.DeletePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyResponse;
import software.amazon.awssdk.services.iam.model.GetPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyResponse;
import software.amazon.awssdk.services.iam.model.Policy;

/// Managed policies.
public final class ManagedPolicyActions {
    private final Desk desk;

    ManagedPolicyActions(Desk desk) {
        this.desk = desk;
    }

    public CreatePolicyResponse createPolicy(Caller caller, CreatePolicyRequest request) {
        Account after = desk.change(caller, account -> account.with(made(account, request)));
        ManagedPolicy policy = after.policy(request.policyName()).orElseThrow();
        Policy shape =
                PolicyUse.in(after).listed(PolicyFacts.of(policy)).toBuilder()
                        .tags(policy.tags().isEmpty() ? null : Shapes.tags(policy.tags()))
                        .build();
        return CreatePolicyResponse.builder().policy(shape).build();
    }

    private ManagedPolicy made(Account account, CreatePolicyRequest request) {
        String name = request.policyName();
        if (account.policy(name).isPresent()) {
            throw IamErrors.policyExists(name);
        }
        Limits.roomFor(account.policies().size(), "PoliciesPerAccount", Limits.POLICIES);
        ManagedPolicy empty =
                new ManagedPolicy(
                        account.id(),
                        Paths.of(request.path()),
                        name,
                        desk.ids().unique(Ids.Prefix.ANPA),
                        desk.now(),
                        desk.now(),
                        Objects.requireNonNullElse(request.description(), ""),
                        List.of(),
                        "",
                        1,
                        tags(request));
        return empty.withVersion(Documents.managed(request.policyDocument()), desk.now(), true);
    }

    private static Map<String, String> tags(CreatePolicyRequest request) {
        return Tagging.CASE_SENSITIVE.of(request.tags());
    }

    public GetPolicyResponse getPolicy(Caller caller, GetPolicyRequest request) {
        Account account = desk.account(caller);
        ManagedPolicy policy =
                desk.requireManaged(
                        account,
                        request.policyArn(),
                        IamErrors::invalidArn,
                        IamErrors::noSuchPolicy);
        return GetPolicyResponse.builder().policy(PolicyUse.in(account).got(policy)).build();
    }

    public DeletePolicyResponse deletePolicy(Caller caller, DeletePolicyRequest request) {
        desk.change(
                caller,
                account -> {
                    ManagedPolicy policy = OwnPolicy.of(account, request.policyArn());
                    if (PolicyUse.in(account).isUsed(policy.arn())) {
                        throw IamErrors.policyIsAttached();
                    }
                    if (policy.versions().size() > 1) {
                        throw IamErrors.policyHasVersions();
                    }
                    return account.without(policy);
                });
        return DeletePolicyResponse.builder().build();
    }
}
