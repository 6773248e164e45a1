package dev.rolecall.sts;

import static dev.rolecall.iam.ErrorAssert.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.iam.Caller;
import dev.rolecall.iam.Role;
import dev.rolecall.iam.Room;
import dev.rolecall.iam.User;
import dev.rolecall.policy.Principal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.TagUserRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleRequest;
import software.amazon.awssdk.services.iam.model.UpdateUserRequest;
import software.amazon.awssdk.services.sts.model.GetAccessKeyInfoRequest;
import software.amazon.awssdk.services.sts.model.GetAccessKeyInfoResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.GetFederationTokenRequest;
import software.amazon.awssdk.services.sts.model.GetFederationTokenResponse;
import software.amazon.awssdk.services.sts.model.GetSessionTokenRequest;
import software.amazon.awssdk.services.sts.model.GetSessionTokenResponse;

@SuppressWarnings("deprecation") // AWS still sends PackedPolicySize beside its successor
class TokenActionsTest {
    private static final GetSessionTokenRequest SESSION = GetSessionTokenRequest.builder().build();

    private final StsRoom it = new StsRoom();
    private final User user = it.room.user("Test");
    private final Caller test = it.room.caller(user);
    private final Role role = it.room.role("r");

    @Test
    void aUsersSessionIsTheUserForTwelveHours() {
        Session session = token(test, SESSION);
        assertThat(session.principal()).isEqualTo(user.principal());
        assertThat(length(session)).isEqualTo(Duration.ofHours(12));
        assertThat(session.policies()).isEmpty();
        assertThat(length(token(test, SESSION.toBuilder().durationSeconds(129_600).build())))
                .isEqualTo(Duration.ofHours(36));
    }

    @Test
    void theRootUsersSessionLastsAnHourAtMostAndAskingForMoreIsNoError() {
        // V28
        assertThat(length(token(it.room.root, SESSION))).isEqualTo(Duration.ofHours(1));
        assertThat(length(token(it.room.root, SESSION.toBuilder().durationSeconds(43_200).build())))
                .isEqualTo(Duration.ofHours(1));
        assertThat(length(token(it.room.root, SESSION.toBuilder().durationSeconds(900).build())))
                .isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void sessionsGetNoTokens() {
        Caller session = it.session(test, StsRoom.assume(role)).caller();
        // V26
        assertError(
                it.refused(session, SESSION),
                403,
                "AccessDenied",
                "Cannot call GetSessionToken with session credentials");
        assertError(
                it.refused(token(test, SESSION).caller(), federation("bob")),
                403,
                "AccessDenied",
                "Cannot call GetFederationToken with session credentials");
    }

    @Test
    void aUsersSessionAssumesRolesWithoutBeingAChain() {
        it.room.call(UpdateRoleRequest.builder().roleName("r").maxSessionDuration(43_200).build());
        Session session =
                it.session(
                        token(test, SESSION).caller(),
                        StsRoom.assume(role).durationSeconds(43_200));
        assertThat(length(session)).isEqualTo(Duration.ofHours(12));
    }

    @Test
    void aFederatedUserIsAnsweredAsAwsAnswersIt() {
        GetFederationTokenResponse response =
                it.call(test, federation("bob"), GetFederationTokenResponse.class);
        // aws-recorded 8
        assertThat(response.federatedUser().arn())
                .isEqualTo("arn:aws:sts::111122223333:federated-user/bob");
        assertThat(response.federatedUser().federatedUserId()).isEqualTo("111122223333:bob");
        assertThat(response.packedPolicySize()).isZero();
        Session session = it.sts.session(response.credentials().accessKeyId()).orElseThrow();
        assertThat(session.issuerId()).isEqualTo(user.id());
        // V23: without a policy it may do nothing
        assertThat(it.sts.sessionPolicies(session))
                .hasValueSatisfying(policies -> assertThat(policies).isEmpty());
        // V25
        assertThat(it.refused(session.caller(), StsRoom.assume(role).build()).status())
                .isEqualTo(403);
        assertThat(identity(session.caller()).arn()).endsWith("federated-user/bob");
    }

    @Test
    void aFederatedUserHasTheTagsAndPoliciesOfItsCreator() {
        it.room.call(
                TagUserRequest.builder()
                        .userName("Test")
                        .tags(
                                software.amazon.awssdk.services.iam.model.Tag.builder()
                                        .key("Team")
                                        .value("blue")
                                        .build())
                        .build());
        Principal bob = new Principal.FederatedUser(Room.ACCOUNT, "bob", user.id());
        assertThat(it.room.iam.tags(bob)).containsEntry("Team", "blue");
    }

    @Test
    void theCallerIsToldWhoItIs() {
        GetCallerIdentityResponse me = identity(test);
        assertThat(me.account()).isEqualTo(Room.ACCOUNT);
        assertThat(me.userId()).isEqualTo(user.id());
        assertThat(me.arn()).isEqualTo("arn:aws:iam::111122223333:user/Test");
        Session session = it.session(test, StsRoom.assume(role));
        assertThat(identity(session.caller()).userId()).isEqualTo(role.id() + ":s1");
    }

    @Test
    void theAccountOfAKeyIsReadFromTheKey() {
        String key = it.room.key("Test");
        assertThat(
                        it.call(
                                        test,
                                        GetAccessKeyInfoRequest.builder().accessKeyId(key).build(),
                                        GetAccessKeyInfoResponse.class)
                                .account())
                .isEqualTo(Room.ACCOUNT);
    }

    @Test
    void aRenamedUsersSessionHasTheNewName() {
        Session session = token(test, SESSION);
        it.room.call(UpdateUserRequest.builder().userName("Test").newUserName("Best").build());
        assertThat(it.sts.session(session.accessKeyId()).orElseThrow().principal().arn())
                .endsWith("user/Best");
    }

    private Session token(Caller caller, GetSessionTokenRequest request) {
        GetSessionTokenResponse response = it.call(caller, request, GetSessionTokenResponse.class);
        return it.sts.session(response.credentials().accessKeyId()).orElseThrow();
    }

    private GetCallerIdentityResponse identity(Caller caller) {
        return it.call(
                caller,
                GetCallerIdentityRequest.builder().build(),
                GetCallerIdentityResponse.class);
    }

    private static GetFederationTokenRequest federation(String name) {
        return GetFederationTokenRequest.builder().name(name).build();
    }

    private static Duration length(Session session) {
        return Duration.between(session.facts().issued(), session.facts().expires());
    }
}
