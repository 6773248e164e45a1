package dev.rolecall.iam;

import static dev.rolecall.iam.ErrorAssert.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.AddRoleToInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateAccountAliasRequest;
import software.amazon.awssdk.services.iam.model.CreateInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccountAliasRequest;
import software.amazon.awssdk.services.iam.model.DeleteInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsRequest;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesRequest;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesResponse;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesForRoleRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesForRoleResponse;

class AccountActionsTest {
    private final Room room = new Room();

    @Test
    void theSummaryCountsWhatThereIs() {
        room.user("Test");
        room.role("r");
        room.policy("p");
        var summary =
                room.call(
                                GetAccountSummaryRequest.builder().build(),
                                GetAccountSummaryResponse.class)
                        .summaryMapAsStrings();
        assertThat(summary)
                .containsEntry("Users", 1)
                .containsEntry("Roles", 1)
                .containsEntry("Policies", 1)
                .containsEntry("Groups", 0)
                .containsEntry("AccessKeysPerUserQuota", 2)
                .containsEntry("AssumeRolePolicySizeQuota", 2048)
                .containsEntry("AttachedPoliciesPerUserQuota", 10);
    }

    @Test
    void anAccountHasOneAliasThatNoOtherHas() {
        alias("first-alias");
        alias("second-alias");
        assertThat(
                        room.call(
                                        ListAccountAliasesRequest.builder().build(),
                                        ListAccountAliasesResponse.class)
                                .accountAliases())
                .containsExactly("second-alias");
        assertThat(
                        room.refused(
                                        CreateAccountAliasRequest.builder()
                                                .accountAlias("second-alias")
                                                .build())
                                .code())
                .isEqualTo("EntityAlreadyExists");
        room.call(DeleteAccountAliasRequest.builder().accountAlias("second-alias").build());
        assertThat(room.account().alias()).isEmpty();
    }

    private void alias(String alias) {
        room.call(CreateAccountAliasRequest.builder().accountAlias(alias).build());
    }

    @Test
    void anInstanceProfileHoldsOneRole() {
        room.role("r");
        room.role("s");
        room.call(CreateInstanceProfileRequest.builder().instanceProfileName("box").build());
        room.call(add("r"));
        assertError(
                room.refused(add("s")),
                409,
                "LimitExceeded",
                "Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1");
        assertThat(
                        room.call(
                                        ListInstanceProfilesForRoleRequest.builder()
                                                .roleName("r")
                                                .build(),
                                        ListInstanceProfilesForRoleResponse.class)
                                .instanceProfiles()
                                .getFirst()
                                .roles()
                                .getFirst()
                                .roleName())
                .isEqualTo("r");
        assertError(
                room.refused(
                        DeleteInstanceProfileRequest.builder().instanceProfileName("box").build()),
                409,
                "DeleteConflict",
                "Cannot delete entity, must remove roles from instance profile first.");
    }

    private static AddRoleToInstanceProfileRequest add(String role) {
        return AddRoleToInstanceProfileRequest.builder()
                .instanceProfileName("box")
                .roleName(role)
                .build();
    }

    @Test
    void theDetailsHoldEverythingOnceOverAllPages() {
        room.user("Test");
        room.group("devs");
        room.call(AddUserToGroupRequest.builder().groupName("devs").userName("Test").build());
        room.role("r");
        room.policy("unused");
        room.attachToRole("r", Room.S3_FULL_ACCESS);
        Set<String> seen = new HashSet<>();
        String marker = null;
        int items = 0;
        do {
            var page =
                    room.call(
                            GetAccountAuthorizationDetailsRequest.builder()
                                    .maxItems(1)
                                    .marker(marker)
                                    .build(),
                            GetAccountAuthorizationDetailsResponse.class);
            page.userDetailList().forEach(u -> seen.add(u.arn() + u.groupList()));
            page.groupDetailList().forEach(g -> seen.add(g.arn()));
            page.roleDetailList()
                    .forEach(r -> seen.add(r.arn() + r.attachedManagedPolicies().size()));
            page.policies().forEach(p -> seen.add(p.arn() + p.attachmentCount()));
            marker = page.marker();
            items++;
        } while (marker != null);
        assertThat(items).isEqualTo(5);
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        "arn:aws:iam::111122223333:user/Test[devs]",
                        "arn:aws:iam::111122223333:group/devs",
                        "arn:aws:iam::111122223333:role/r1",
                        "arn:aws:iam::111122223333:policy/unused0",
                        Room.S3_FULL_ACCESS + "1");
    }

    @Test
    void theDetailsAreFiltered() {
        room.user("Test");
        room.role("r");
        var only =
                room.call(
                        GetAccountAuthorizationDetailsRequest.builder()
                                .filter(EntityType.ROLE)
                                .build(),
                        GetAccountAuthorizationDetailsResponse.class);
        assertThat(only.roleDetailList()).hasSize(1);
        assertThat(only.userDetailList()).isEmpty();
    }
}
