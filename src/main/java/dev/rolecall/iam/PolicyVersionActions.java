package dev.rolecall.iam;

import dev.rolecall.fault.IamErrors;
import java.util.List;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.DeletePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.ListPolicyVersionsRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyVersionsResponse;
import software.amazon.awssdk.services.iam.model.PolicyVersion;
import software.amazon.awssdk.services.iam.model.SetDefaultPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.SetDefaultPolicyVersionResponse;

/// Versions of managed policies ("Versioning IAM policies").
public final class PolicyVersionActions {
    private final Desk desk;

    PolicyVersionActions(Desk desk) {
        this.desk = desk;
    }

    public CreatePolicyVersionResponse createPolicyVersion(
            Caller caller, CreatePolicyVersionRequest request) {
        boolean asDefault = Boolean.TRUE.equals(request.setAsDefault());
        Account after =
                desk.change(
                        caller,
                        account -> {
                            ManagedPolicy policy = OwnPolicy.of(account, request.policyArn());
                            var document = Documents.managed(request.policyDocument());
                            if (policy.versions().size() >= Limits.VERSIONS) {
                                throw IamErrors.tooManyVersions();
                            }
                            return account.with(
                                    policy.withVersion(document, desk.now(), asDefault));
                        });
        ManagedPolicy policy = OwnPolicy.of(after, request.policyArn());
        return CreatePolicyVersionResponse.builder()
                .policyVersion(listed(policy, policy.versions().getLast()))
                .build();
    }

    public GetPolicyVersionResponse getPolicyVersion(
            Caller caller, GetPolicyVersionRequest request) {
        ManagedPolicy policy = read(caller, request.policyArn());
        ManagedPolicy.Version version = version(policy, request.versionId());
        return GetPolicyVersionResponse.builder()
                .policyVersion(withDocument(policy, version))
                .build();
    }

    /// Newest first.
    public ListPolicyVersionsResponse listPolicyVersions(
            Caller caller, ListPolicyVersionsRequest request) {
        ManagedPolicy policy = read(caller, request.policyArn());
        List<ManagedPolicy.Version> newestFirst = policy.versions().reversed();
        Page<ManagedPolicy.Version> page =
                Page.of(
                        newestFirst,
                        ManagedPolicy.Version::id,
                        request.marker(),
                        request.maxItems());
        return ListPolicyVersionsResponse.builder()
                .versions(page.map(version -> listed(policy, version)))
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }

    public DeletePolicyVersionResponse deletePolicyVersion(
            Caller caller, DeletePolicyVersionRequest request) {
        desk.change(
                caller,
                account -> {
                    ManagedPolicy policy = OwnPolicy.of(account, request.policyArn());
                    String id = version(policy, request.versionId()).id();
                    if (id.equals(policy.defaultVersion())) {
                        throw IamErrors.versionIsDefault();
                    }
                    return account.with(policy.withoutVersion(id, desk.now()));
                });
        return DeletePolicyVersionResponse.builder().build();
    }

    public SetDefaultPolicyVersionResponse setDefaultPolicyVersion(
            Caller caller, SetDefaultPolicyVersionRequest request) {
        desk.change(
                caller,
                account -> {
                    ManagedPolicy policy = OwnPolicy.of(account, request.policyArn());
                    String id = version(policy, request.versionId()).id();
                    return account.with(policy.withDefault(id, desk.now()));
                });
        return SetDefaultPolicyVersionResponse.builder().build();
    }

    private ManagedPolicy read(Caller caller, String arn) {
        return desk.requireManaged(
                desk.account(caller), arn, IamErrors::invalidArn, IamErrors::noSuchPolicy);
    }

    private static ManagedPolicy.Version version(ManagedPolicy policy, String id) {
        return policy.version(id)
                .orElseThrow(() -> IamErrors.noSuchPolicyVersion(policy.arn(), id));
    }

    private static PolicyVersion listed(ManagedPolicy policy, ManagedPolicy.Version version) {
        return PolicyVersion.builder()
                .versionId(version.id())
                .isDefaultVersion(version.id().equals(policy.defaultVersion()))
                .createDate(version.created())
                .build();
    }

    static PolicyVersion withDocument(ManagedPolicy policy, ManagedPolicy.Version version) {
        return listed(policy, version).toBuilder().document(version.document().text()).build();
    }
}
