package dev.rolecall.iam;

import static dev.rolecall.iam.ErrorAssert.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyResponse;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.DeletePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.ListPolicyVersionsRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyVersionsResponse;
import software.amazon.awssdk.services.iam.model.PolicyVersion;
import software.amazon.awssdk.services.iam.model.PutUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.SetDefaultPolicyVersionRequest;

class ManagedPoliciesTest {
    private final Room room = new Room();

    @Test
    void aNewPolicyIsItsOwnVersionOneAndHasNoTags() {
        var policy = room.call(create("p", Room.ALLOW_S3), CreatePolicyResponse.class).policy();
        assertThat(policy.arn()).isEqualTo("arn:aws:iam::111122223333:policy/p");
        assertThat(policy.policyId()).startsWith("ANPA");
        assertThat(policy.defaultVersionId()).isEqualTo("v1");
        assertThat(policy.attachmentCount()).isZero();
        assertThat(policy.isAttachable()).isTrue();
        // aws-recorded 27
        assertThat(policy.hasTags()).isFalse();
        var got = got(policy.arn());
        assertThat(got.hasTags()).isTrue();
        assertThat(got.tags()).isEmpty();
    }

    @Test
    void aNameIsTakenOnce() {
        room.policy("p");
        assertError(
                room.refused(create("P", Room.ALLOW_S3)),
                409,
                "EntityAlreadyExists",
                "A policy called P already exists. Duplicate names are not allowed.");
    }

    @Test
    void aPolicyHasAtMost6144CharactersThatAreNotWhiteSpace() {
        String fits = InlinePoliciesTest.sized(6144);
        room.call(create("p", fits + "  \n"));
        assertError(
                room.refused(create("q", InlinePoliciesTest.sized(6145))),
                409,
                "LimitExceeded",
                "Cannot exceed quota for PolicySize: 6144");
    }

    @Test
    void awsPoliciesAreReadAndNeverWritten() {
        assertThat(got(Room.S3_FULL_ACCESS).defaultVersionId()).isEqualTo("v2");
        var version =
                room.call(
                                GetPolicyVersionRequest.builder()
                                        .policyArn(Room.S3_FULL_ACCESS)
                                        .versionId("v2")
                                        .build(),
                                GetPolicyVersionResponse.class)
                        .policyVersion();
        assertThat(version.document()).contains("\"s3:*\",\"s3-object-lambda:*\"");
        assertThat(room.refused(delete(Room.S3_FULL_ACCESS)).status()).isEqualTo(403);
    }

    @Test
    void anUnknownPolicyIsMissing() {
        String none = "arn:aws:iam::111122223333:policy/none";
        assertError(
                room.refused(GetPolicyRequest.builder().policyArn(none).build()),
                404,
                "NoSuchEntity",
                "Policy " + none + " was not found.");
        assertError(
                room.refused(delete(none)),
                404,
                "NoSuchEntity",
                "Policy " + none + " was not found.");
    }

    @Test
    void aPolicyHasAtMostFiveVersionsAndNumbersAreNeverUsedTwice() {
        String arn = room.policy("p");
        for (int i = 2; i <= 5; i++) {
            assertThat(newVersion(arn, false).versionId()).isEqualTo("v" + i);
        }
        // aws-recorded 26
        assertError(
                room.refused(version(arn, false)),
                409,
                "LimitExceeded",
                "A managed policy can have up to 5 versions. Before you create a new version, you"
                        + " must delete an existing version.");
        room.call(deleteVersion(arn, "v5"));
        assertThat(newVersion(arn, true).versionId()).isEqualTo("v6");
        List<String> versions =
                room
                        .call(
                                ListPolicyVersionsRequest.builder().policyArn(arn).build(),
                                ListPolicyVersionsResponse.class)
                        .versions()
                        .stream()
                        .map(PolicyVersion::versionId)
                        .toList();
        assertThat(versions).containsExactly("v6", "v4", "v3", "v2", "v1");
        assertThat(got(arn).defaultVersionId()).isEqualTo("v6");
    }

    @Test
    void theDefaultVersionApplies() {
        String arn = room.policy("p");
        room.role("r");
        room.attachToRole("r", arn);
        newVersion(arn, false);
        Caller session = Room.session(room.account().role("r").orElseThrow(), "s1");
        assertThat(applying(session)).contains("s3:*");
        room.call(SetDefaultPolicyVersionRequest.builder().policyArn(arn).versionId("v2").build());
        assertThat(applying(session)).contains("s3:GetObject");
    }

    private String applying(Caller session) {
        return room.iam.identityPolicies(session.principal()).getFirst().document().text();
    }

    @Test
    void theDefaultVersionIsNotDeletedAndAnUnknownOneIsMissing() {
        String arn = room.policy("p");
        assertError(
                room.refused(deleteVersion(arn, "v1")),
                409,
                "DeleteConflict",
                "Cannot delete the default version of a policy.");
        assertError(
                room.refused(deleteVersion(arn, "v9")),
                404,
                "NoSuchEntity",
                "Policy " + arn + " version v9 does not exist or is not attachable.");
    }

    @Test
    void aPolicyIsDeletedOnlyWhenNothingUsesItAndOneVersionIsLeft() {
        String arn = room.policy("p");
        room.role("r");
        room.attachToRole("r", arn);
        assertError(
                room.refused(delete(arn)),
                409,
                "DeleteConflict",
                "Cannot delete a policy attached to entities.");
        room.call(DetachRolePolicyRequest.builder().roleName("r").policyArn(arn).build());
        newVersion(arn, false);
        assertError(
                room.refused(delete(arn)),
                409,
                "DeleteConflict",
                "This policy has more than one version. Before you delete a policy, you must delete"
                        + " the policy's versions. The default version is deleted with the policy.");
        room.call(deleteVersion(arn, "v2"));
        room.call(delete(arn));
        assertThat(room.account().policies()).isEmpty();
    }

    @Test
    void aPolicyThatBoundsAUserIsNotDeleted() {
        String arn = room.policy("p");
        room.user("Test");
        room.call(
                PutUserPermissionsBoundaryRequest.builder()
                        .userName("Test")
                        .permissionsBoundary(arn)
                        .build());
        assertThat(got(arn).permissionsBoundaryUsageCount()).isEqualTo(1);
        assertThat(got(arn).attachmentCount()).isZero();
        assertThat(room.refused(delete(arn)).code()).isEqualTo("DeleteConflict");
    }

    private software.amazon.awssdk.services.iam.model.Policy got(String arn) {
        return room.call(GetPolicyRequest.builder().policyArn(arn).build(), GetPolicyResponse.class)
                .policy();
    }

    private PolicyVersion newVersion(String arn, boolean asDefault) {
        return room.call(version(arn, asDefault), CreatePolicyVersionResponse.class)
                .policyVersion();
    }

    private static CreatePolicyVersionRequest version(String arn, boolean asDefault) {
        return CreatePolicyVersionRequest.builder()
                .policyArn(arn)
                .policyDocument(Room.ALLOW_S3.replace("s3:*", "s3:GetObject"))
                .setAsDefault(asDefault)
                .build();
    }

    private static CreatePolicyRequest create(String name, String document) {
        return CreatePolicyRequest.builder().policyName(name).policyDocument(document).build();
    }

    private static DeletePolicyRequest delete(String arn) {
        return DeletePolicyRequest.builder().policyArn(arn).build();
    }

    private static DeletePolicyVersionRequest deleteVersion(String arn, String version) {
        return DeletePolicyVersionRequest.builder().policyArn(arn).versionId(version).build();
    }
}
