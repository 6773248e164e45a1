package dev.rolecall.iam;

import static dev.rolecall.iam.ErrorAssert.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.policy.AttachedPolicy;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyRequest;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyResponse;
import software.amazon.awssdk.services.iam.model.PolicyUsageType;
import software.amazon.awssdk.services.iam.model.PutGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.PutUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;

class AttachmentsTest {
    private final Room room = new Room();

    @Test
    void attachingTwiceIsAttachingOnce() {
        room.role("r");
        room.attachToRole("r", Room.S3_FULL_ACCESS);
        room.attachToRole("r", Room.S3_FULL_ACCESS);
        ListAttachedRolePoliciesRequest list =
                ListAttachedRolePoliciesRequest.builder().roleName("r").build();
        assertThat(room.call(list, ListAttachedRolePoliciesResponse.class).attachedPolicies())
                .singleElement()
                .satisfies(policy -> {
                    assertThat(policy.policyName()).isEqualTo("AmazonS3FullAccess");
                    assertThat(policy.policyArn()).isEqualTo(Room.S3_FULL_ACCESS);
                });
    }

    @Test
    void whatIsNoPolicyIsNotAttached() {
        room.role("r");
        // aws-recorded 16 and 17
        assertError(
                room.refused(attach("longpolicynamebutnoarn")),
                400,
                "ValidationError",
                "ARN longpolicynamebutnoarn is not valid.");
        String none = "arn:aws:iam::aws:policy/AmazonS3FullAcces";
        assertError(
                room.refused(attach(none)),
                404,
                "NoSuchEntity",
                "Policy " + none + " does not exist or is not attachable.");
    }

    @Test
    void whatIsNotAttachedIsNotDetached() {
        room.user("Test");
        assertError(
                room.refused(
                        DetachUserPolicyRequest.builder()
                                .userName("Test")
                                .policyArn(Room.S3_FULL_ACCESS)
                                .build()),
                404,
                "NoSuchEntity",
                "Policy " + Room.S3_FULL_ACCESS + " was not found.");
    }

    @Test
    void tenPoliciesAreAttachedAtMost() {
        room.role("r");
        for (int i = 0; i < 10; i++) {
            room.attachToRole("r", room.policy("p" + i));
        }
        String last = room.policy("last");
        assertError(
                room.refused(attach(last)),
                409,
                "LimitExceeded",
                "Cannot exceed quota for PoliciesPerRole: 10");
    }

    @Test
    void aUserHasItsOwnPoliciesAndItsGroups() {
        User test = room.user("Test");
        room.group("devs");
        room.call(AddUserToGroupRequest.builder().groupName("devs").userName("Test").build());
        room.call(
                PutUserPolicyRequest.builder()
                        .userName("Test")
                        .policyName("own")
                        .policyDocument(Room.ALLOW_S3)
                        .build());
        room.call(
                PutGroupPolicyRequest.builder()
                        .groupName("devs")
                        .policyName("shared")
                        .policyDocument(Room.ALLOW_S3)
                        .build());
        room.call(
                AttachGroupPolicyRequest.builder()
                        .groupName("devs")
                        .policyArn(Room.S3_FULL_ACCESS)
                        .build());
        assertThat(room.iam.identityPolicies(test.principal()))
                .extracting(AttachedPolicy::label)
                .containsExactly(
                        "inline policy own",
                        "inline policy shared of group devs",
                        "managed policy AmazonS3FullAccess of group devs");
    }

    @Test
    void theRootUserHasNoPoliciesAndASessionThoseOfItsRole() {
        Role role = room.role("r");
        room.attachToRole("r", Room.S3_FULL_ACCESS);
        assertThat(room.iam.identityPolicies(room.root.principal())).isEmpty();
        assertThat(room.iam.identityPolicies(Room.session(role, "s1").principal()))
                .extracting(policy -> policy.arn().orElseThrow())
                .containsExactly(Room.S3_FULL_ACCESS);
        assertThat(room.iam.boundary(room.root.principal())).isEmpty();
    }

    @Test
    void theUsersOfAPolicyAreListedByKindAndUse() {
        room.user("Test");
        room.role("r");
        room.attachToRole("r", Room.S3_FULL_ACCESS);
        room.call(
                PutUserPermissionsBoundaryRequest.builder()
                        .userName("Test")
                        .permissionsBoundary(Room.S3_FULL_ACCESS)
                        .build());
        ListEntitiesForPolicyResponse all = entities(request());
        assertThat(all.policyUsers()).hasSize(1);
        assertThat(all.policyRoles().getFirst().roleName()).isEqualTo("r");
        assertThat(all.policyGroups()).isEmpty();
        assertThat(entities(request().entityFilter(EntityType.ROLE)).policyUsers()).isEmpty();
        assertThat(
                        entities(request().policyUsageFilter(PolicyUsageType.PERMISSIONS_POLICY))
                                .policyUsers())
                .isEmpty();
        assertThat(
                        entities(request().policyUsageFilter(PolicyUsageType.PERMISSIONS_BOUNDARY))
                                .policyRoles())
                .isEmpty();
        assertThat(room.iam.boundary(room.account().user("Test").orElseThrow().principal()))
                .isPresent();
    }

    @Test
    void aPolicyOfAnotherAccountIsNotAttachable() {
        String foreign = "arn:aws:iam::" + Room.OTHER + ":policy/p";
        room.user("Test");
        assertThat(
                        room.refused(
                                        AttachUserPolicyRequest.builder()
                                                .userName("Test")
                                                .policyArn(foreign)
                                                .build())
                                .code())
                .isEqualTo("NoSuchEntity");
    }

    private ListEntitiesForPolicyResponse entities(ListEntitiesForPolicyRequest.Builder request) {
        return room.call(request.build(), ListEntitiesForPolicyResponse.class);
    }

    private static ListEntitiesForPolicyRequest.Builder request() {
        return ListEntitiesForPolicyRequest.builder().policyArn(Room.S3_FULL_ACCESS);
    }

    private static AttachRolePolicyRequest attach(String arn) {
        return AttachRolePolicyRequest.builder().roleName("r").policyArn(arn).build();
    }
}
