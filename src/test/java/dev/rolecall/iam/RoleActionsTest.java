package dev.rolecall.iam;

import static dev.rolecall.iam.ErrorAssert.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.AddRoleToInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.CreateInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleResponse;
import software.amazon.awssdk.services.iam.model.DeleteRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserRequest;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.ListRolesRequest;
import software.amazon.awssdk.services.iam.model.ListRolesResponse;
import software.amazon.awssdk.services.iam.model.PutRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.RemoveRoleFromInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleDescriptionRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleDescriptionResponse;
import software.amazon.awssdk.services.iam.model.UpdateRoleRequest;

class RoleActionsTest {
    private final Room room = new Room();

    @Test
    void createShowsTheTrustAsGivenAndLessThanGet() {
        String trust = Room.trusting(Room.ACCOUNT);
        var created = room.call(Room.role("r", trust).build(), CreateRoleResponse.class).role();
        // aws-recorded 9 and 13
        assertThat(created.assumeRolePolicyDocument()).isEqualTo(trust);
        assertThat(created.maxSessionDuration()).isNull();
        assertThat(created.roleLastUsed()).isNull();
        assertThat(created.hasTags()).isFalse();
        assertThat(created.roleId()).startsWith("AROA");
        var got = got("r");
        assertThat(got.maxSessionDuration()).isEqualTo(3600);
        assertThat(got.roleLastUsed()).isNotNull();
        assertThat(got.roleLastUsed().lastUsedDate()).isNull();
        var listed =
                room.call(ListRolesRequest.builder().build(), ListRolesResponse.class)
                        .roles()
                        .getFirst();
        assertThat(listed.maxSessionDuration()).isEqualTo(3600);
        assertThat(listed.roleLastUsed()).isNull();
    }

    @Test
    void namesAreUniqueIgnoringCase() {
        room.role("Role");
        assertError(
                room.refused(Room.role("ROLE", Room.trusting(Room.ACCOUNT)).build()),
                409,
                "EntityAlreadyExists",
                "Role with name ROLE already exists.");
    }

    @Test
    void theTrustedUserIsStoredByItsUniqueId() {
        User test = room.user("Test");
        room.call(Room.role("r", Room.trusting(test.arn())).build());
        Role role = room.account().role("r").orElseThrow();
        assertThat(role.trust().text()).contains(test.id()).doesNotContain(test.arn());
        assertThat(got("r").assumeRolePolicyDocument()).contains(test.arn());
    }

    @Test
    void aTrustedUserThatIsGoneShowsAsItsUniqueIdEvenIfTheNameReturns() {
        User test = room.user("Test");
        room.call(Room.role("r", Room.trusting(test.arn())).build());
        room.call(DeleteUserRequest.builder().userName("Test").build());
        room.user("Test");
        // V16
        assertThat(got("r").assumeRolePolicyDocument()).contains(test.id());
    }

    @Test
    void anUnknownPrincipalIsRefused() {
        String nobody = "arn:aws:iam::111122223333:user/Nobody";
        // V17
        assertError(
                room.refused(Room.role("r", Room.trusting(nobody)).build()),
                400,
                "MalformedPolicyDocument",
                "Invalid principal in policy: \"AWS\":\"" + nobody + "\"");
        assertThat(room.account().roles()).isEmpty();
    }

    @Test
    void aTrustPolicyThatIsNoJsonIsRefused() {
        // aws-recorded 11
        assertError(
                room.refused(Room.role("r", "this is no policy").build()),
                400,
                "MalformedPolicyDocument",
                "This policy contains invalid Json");
    }

    @Test
    void aTrustPolicyMayHave2048CharactersThatAreNotWhiteSpace() {
        String fits = padded(2048);
        room.call(Room.role("r", fits.replace("\"Version\"", "  \n\"Version\"")).build());
        assertError(
                room.refused(Room.role("s", padded(2049)).build()),
                409,
                "LimitExceeded",
                "Cannot exceed quota for ACLSizePerRole: 2048");
    }

    private static String padded(int size) {
        String policy =
                """
                {"Version":"2012-10-17","Statement":[{"Sid":"@","Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}]}\
                """;
        return policy.replace("@", "x".repeat(size - policy.length() + 1));
    }

    @Test
    void theTrustPolicyIsReplaced() {
        User test = room.user("Test");
        room.role("r");
        room.call(
                UpdateAssumeRolePolicyRequest.builder()
                        .roleName("r")
                        .policyDocument(Room.trusting(test.arn()))
                        .build());
        assertThat(got("r").assumeRolePolicyDocument()).contains("user/Test");
    }

    @Test
    void settingsThatAreNotGivenStay() {
        room.role("r");
        room.call(UpdateRoleRequest.builder().roleName("r").maxSessionDuration(7200).build());
        room.call(UpdateRoleRequest.builder().roleName("r").description("d").build());
        assertThat(got("r").maxSessionDuration()).isEqualTo(7200);
        assertThat(got("r").description()).isEqualTo("d");
        UpdateRoleDescriptionRequest other =
                UpdateRoleDescriptionRequest.builder().roleName("r").description("e").build();
        assertThat(room.call(other, UpdateRoleDescriptionResponse.class).role().description())
                .isEqualTo("e");
    }

    @Test
    void aRoleIsDeletedOnlyWhenItHoldsNothing() {
        room.role("r");
        room.call(CreateInstanceProfileRequest.builder().instanceProfileName("box").build());
        room.call(
                AddRoleToInstanceProfileRequest.builder()
                        .instanceProfileName("box")
                        .roleName("r")
                        .build());
        // aws-recorded 15
        conflict("Cannot delete entity, must remove roles from instance profile first.");
        room.call(
                RemoveRoleFromInstanceProfileRequest.builder()
                        .instanceProfileName("box")
                        .roleName("r")
                        .build());
        room.attachToRole("r", Room.S3_FULL_ACCESS);
        conflict("Cannot delete entity, must detach all policies first.");
        room.call(
                DetachRolePolicyRequest.builder()
                        .roleName("r")
                        .policyArn(Room.S3_FULL_ACCESS)
                        .build());
        room.call(
                PutRolePolicyRequest.builder()
                        .roleName("r")
                        .policyName("p")
                        .policyDocument(Room.ALLOW_S3)
                        .build());
        conflict("Cannot delete entity, must delete policies first.");
    }

    private void conflict(String message) {
        assertError(
                room.refused(DeleteRoleRequest.builder().roleName("r").build()),
                409,
                "DeleteConflict",
                message);
    }

    @Test
    void aBoundaryMustBeAPolicyThatThereIs() {
        room.role("r");
        // aws-recorded 18
        assertError(
                room.refused(boundary("longpolicynamebutnoarn")),
                400,
                "InvalidInput",
                "ARN longpolicynamebutnoarn is not valid.");
        String missing = "arn:aws:iam::111122223333:policy/none";
        assertError(
                room.refused(boundary(missing)),
                404,
                "NoSuchEntity",
                "Scope ARN: " + missing + " does not exist or is not attachable.");
        room.call(boundary(Room.S3_FULL_ACCESS));
        assertThat(got("r").permissionsBoundary().permissionsBoundaryArn())
                .isEqualTo(Room.S3_FULL_ACCESS);
        room.call(DeleteRolePermissionsBoundaryRequest.builder().roleName("r").build());
        assertThat(got("r").permissionsBoundary()).isNull();
    }

    private static PutRolePermissionsBoundaryRequest boundary(String arn) {
        return PutRolePermissionsBoundaryRequest.builder()
                .roleName("r")
                .permissionsBoundary(arn)
                .build();
    }

    @Test
    void theLastUseOfARoleIsShownByGet() {
        Role role = room.role("r");
        room.iam.roleUsed(role.id(), "s3", "us-east-1");
        assertThat(got("r").roleLastUsed().region()).isEqualTo("us-east-1");
        assertThat(got("r").roleLastUsed().lastUsedDate()).isEqualTo("2026-11-24T10:00:00Z");
    }

    private software.amazon.awssdk.services.iam.model.Role got(String name) {
        return room.call(GetRoleRequest.builder().roleName(name).build(), GetRoleResponse.class)
                .role();
    }
}
