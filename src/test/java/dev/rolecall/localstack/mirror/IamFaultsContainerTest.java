package dev.rolecall.localstack.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.UserError;
import dev.rolecall.iam.Caller;
import dev.rolecall.iam.IamState;
import dev.rolecall.iam.Room;
import dev.rolecall.localstack.TestContainer;
import dev.rolecall.policy.Principal;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserRequest;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateUserRequest;

@Tag("container")
class IamFaultsContainerTest {
    private Toll toll;
    private MirrorRoom room;

    @BeforeEach
    void open() {
        toll = new Toll(TestContainer.uri());
        room = MirrorRoom.attached(toll.uri());
    }

    @AfterEach
    void close() {
        toll.close();
        room.close();
    }

    private static UpdateUserRequest renaming(String name, String other) {
        return UpdateUserRequest.builder().userName(name).newUserName(other).build();
    }

    @Test
    void whatTheContainerRefusesIsMadeNowhere() {
        toll.refuse("CreateUser"::equals);
        AwsError error = room.refused(CreateUserRequest.builder().userName("Test").build());
        assertThat(error.message())
                .isEqualTo(
                        "LocalStack refused CreateUser, so nothing was changed: no toll was paid");
        assertThat(room.ours().users()).isEmpty();
        toll.refuse(_ -> false);
        assertThat(room.drift()).isEmpty();
    }

    /// Each of the requests that a renaming takes is refused in its turn.
    @Test
    void aChangeThatIsRefusedHalfWayIsUndone() {
        IamDriftContainerTest.populate(room);
        int before = toll.operations().size();
        room.call(renaming("Test", "Best"));
        int requests = toll.operations().size() - before;
        assertThat(toll.operations().subList(before, toll.operations().size()))
                .containsExactly(
                        "DeleteAccessKey",
                        "UntagUser",
                        "UpdateUser",
                        "TagUser",
                        "UpdateAssumeRolePolicy",
                        "CreateAccessKey");
        for (int refused = 0; refused < requests; refused++) {
            IamState state = room.iam.state();
            int nth = refused;
            AtomicInteger count = new AtomicInteger();
            toll.refuse(_ -> count.getAndIncrement() == nth);
            assertThat(room.refused(renaming("Best", "Test")).code())
                    .isEqualTo("ContainerUnavailable");
            toll.refuse(_ -> false);
            assertThat(room.iam.state()).isEqualTo(state);
            assertThat(room.drift()).as("after request %s was refused", nth).isEmpty();
        }
        room.call(renaming("Best", "Test"));
        assertThat(room.drift()).isEmpty();
    }

    @Test
    void aTrustPolicyInAnotherAccountFollowsItsPrincipalOrNothingMoves() {
        room.call(CreateUserRequest.builder().userName("Test").build());
        room.call(
                Caller.of(new Principal.Root(room.other), ""),
                CreateRoleRequest.builder()
                        .roleName("away")
                        .assumeRolePolicyDocument(Room.trusting(room.arn("user/Test")))
                        .build());
        toll.refuse("UpdateAssumeRolePolicy"::equals);
        room.refused(renaming("Test", "Best"));
        toll.refuse(_ -> false);
        assertThat(room.drift()).isEmpty();
        assertThat(room.mirrored.drift(room.other)).isEmpty();
        room.call(renaming("Test", "Best"));
        assertThat(room.mirrored.drift(room.other)).isEmpty();
        room.call(DeleteUserRequest.builder().userName("Best").build());
        assertThat(room.mirrored.drift(room.other)).isEmpty();
    }

    @Test
    void aVersionWhoseNumberIsPastMakesThePolicyAnew() {
        IamDriftContainerTest.populate(room);
        String arn = room.arn("policy/P");
        room.direct().createPolicyVersion(r -> r.policyArn(arn).policyDocument(MirrorRoom.ALLOW));
        room.direct().deletePolicyVersion(r -> r.policyArn(arn).versionId("v3"));
        CreatePolicyVersionRequest version =
                CreatePolicyVersionRequest.builder()
                        .policyArn(arn)
                        .policyDocument(MirrorRoom.ALLOW)
                        .setAsDefault(true)
                        .build();
        room.call(version);
        assertThat(room.ours().policy("P").orElseThrow().defaultVersion()).isEqualTo("v3");
        assertThat(room.direct().getPolicy(r -> r.policyArn(arn)).policy().defaultVersionId())
                .isEqualTo("v3");
        assertThat(room.drift()).isEmpty();
    }

    @Test
    void aNewDefaultVersionThatIsMadeAndNotSetIsTakenBack() {
        IamDriftContainerTest.populate(room);
        CreatePolicyVersionRequest version =
                CreatePolicyVersionRequest.builder()
                        .policyArn(room.arn("policy/P"))
                        .policyDocument(MirrorRoom.ALLOW)
                        .setAsDefault(true)
                        .build();
        toll.refuse("SetDefaultPolicyVersion"::equals);
        room.refused(version);
        toll.refuse(_ -> false);
        assertThat(room.drift()).isEmpty();
        // The container has used the number up, so the policy is made anew there.
        room.call(version);
        assertThat(room.drift()).isEmpty();
    }

    @Test
    void whatCannotBeUndoneIsDrift() {
        IamDriftContainerTest.populate(room);
        IamState before = room.iam.state();
        AtomicInteger count = new AtomicInteger();
        toll.refuse(_ -> count.getAndIncrement() >= 2);
        room.refused(renaming("Test", "Best"));
        toll.refuse(_ -> false);
        assertThat(room.iam.state()).isEqualTo(before);
        assertThat(room.drift())
                .hasSize(2)
                .anyMatch(w -> w.matches("access key AKIA.* of Test: only here"))
                .contains("user Test: tag Env is only here");
        assertThat(room.mirrored.put(before)).isEmpty();
        assertThat(room.drift()).isEmpty();
    }

    @Test
    void silenceCommitsNothingAndUndoesNothing() {
        toll.loseAnswers("CreateUser"::equals);
        AwsError error = room.refused(CreateUserRequest.builder().userName("Test").build());
        assertThat(error.message()).contains("did not answer for 7 s");
        assertThat(room.ours().users()).isEmpty();
        assertThat(toll.operations()).last().isEqualTo("CreateUser");
        assertThat(room.drift()).containsExactly("user Test: only in the container");
    }

    @Test
    void aPausedContainerLeavesOursAndSaysSo() {
        toll.swallow(_ -> true);
        AwsError error = room.refused(CreateUserRequest.builder().userName("Test").build());
        assertThat(error.message()).contains("did not answer for 7 s");
        toll.swallow(_ -> false);
        assertThat(room.ours().users()).isEmpty();
        assertThat(room.drift()).isEmpty();
    }

    @Test
    void aStoppedContainerLeavesOursAndSaysSo() {
        toll.close();
        CreateUserRequest request = CreateUserRequest.builder().userName("Test").build();
        // A connection was open when it stopped, so it may have been sent.
        assertThat(room.refused(request).message())
                .contains("ended in the middle of this; here nothing was changed. Start rolecall");
        assertThat(room.refused(request).message()).contains("is gone; nothing was changed");
        assertThat(room.ours().users()).isEmpty();
        assertThatThrownBy(room::drift)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is gone");
        assertThatThrownBy(() -> room.mirrored.put(room.iam.state())).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> room.mirrored.adopt(room.account, Set.of(EntityRef.user("x"))))
                .isInstanceOf(UserError.class);
    }

    @Test
    void aTrustPolicyThatLocalStackRefusesAndAwsDoesNotIsThereAllTheSame() {
        IamDriftContainerTest.populate(room);
        String trust = Room.trusting(room.account).replace("2012-10-17", "2008-10-17");
        room.call(
                UpdateAssumeRolePolicyRequest.builder()
                        .roleName("ops")
                        .policyDocument(trust)
                        .build());
        assertThat(toll.operations()).contains("DeleteRole");
        assertThat(room.drift()).isEmpty();
    }
}
