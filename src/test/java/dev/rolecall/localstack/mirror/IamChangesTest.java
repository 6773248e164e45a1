package dev.rolecall.localstack.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.iam.Account;
import dev.rolecall.iam.Caller;
import dev.rolecall.iam.Iam;
import dev.rolecall.iam.IamState;
import dev.rolecall.iam.Ids;
import dev.rolecall.iam.Room;
import dev.rolecall.policy.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.GetUserRequest;
import software.amazon.awssdk.services.iam.model.UpdateUserRequest;

class IamChangesTest {
    private static final String ARN = "arn:aws:iam::" + Room.ACCOUNT + ":policy/P";

    private static Account shown(IamState state) {
        return Shown.of(
                state.account(Room.ACCOUNT).orElseThrow(),
                new LastNames(state, MirrorState.empty()),
                MirrorState.empty());
    }

    private static List<String> between(IamState from, IamState to) {
        return IamChanges.between(shown(from), shown(to)).stream()
                .map(step -> step.call().operation())
                .toList();
    }

    @Test
    void theStepsFromAnyStateToAnyOtherEndThere() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("the walks' seed is " + seed);
        Iam iam = new Iam(new Room.MovableClock(), Ids.seeded(seed));
        iam.createAccount(Room.ACCOUNT);
        IamWalk walk =
                new IamWalk(
                        iam, Room.ACCOUNT, Caller.of(new Principal.Root(Room.ACCOUNT), ""), seed);
        List<Account> states = new ArrayList<>(List.of(shown(iam.state())));
        for (int i = 0; i < 30; i++) {
            walk.go(20);
            states.add(shown(iam.state()));
        }
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            Account from = states.get(random.nextInt(states.size()));
            Account to = states.get(random.nextInt(states.size()));
            List<Step> steps = IamChanges.between(from, to);
            Account end = steps.isEmpty() ? from : steps.getLast().then();
            assertThat(IamChanges.between(end, to)).as("pair %s", i).isEmpty();
            assertThat(end.users().keySet()).isEqualTo(to.users().keySet());
            assertThat(end.keys().keySet()).isEqualTo(to.keys().keySet());
        }
    }

    @Test
    void whatIsNothingToTheContainerAsksForNothing() {
        Room room = new Room();
        room.user("Test");
        IamState before = room.iam.state();
        String key = room.key("Test");
        IamState after = room.iam.state();
        room.iam.keyUsed(key, "s3", "us-east-1");
        room.call(GetUserRequest.builder().userName("Test").build());
        assertThat(between(after, room.iam.state())).isEmpty();
        assertThat(between(before, after)).containsExactly("CreateAccessKey");
    }

    @Test
    void aRenamedUserStaysTheSame() {
        Room room = new Room();
        room.user("Test");
        IamState before = room.iam.state();
        room.call(UpdateUserRequest.builder().userName("Test").newUserName("Best").build());
        assertThat(between(before, room.iam.state())).containsExactly("UpdateUser");
    }

    @Test
    void twoWhoChangeNamesAreMadeAnew() {
        Room room = new Room();
        room.user("a");
        room.user("b");
        IamState before = room.iam.state();
        room.call(UpdateUserRequest.builder().userName("a").newUserName("c").build());
        room.call(UpdateUserRequest.builder().userName("b").newUserName("a").build());
        room.call(UpdateUserRequest.builder().userName("c").newUserName("b").build());
        assertThat(between(before, room.iam.state()))
                .containsExactly("DeleteUser", "DeleteUser", "CreateUser", "CreateUser");
    }

    @Test
    void aPolicyThatIsAttachedIsDetachedBeforeItIsMadeAnew() {
        Room room = new Room();
        room.user("Test");
        room.policy("P");
        room.call(AttachUserPolicyRequest.builder().userName("Test").policyArn(ARN).build());
        room.call(
                CreatePolicyVersionRequest.builder()
                        .policyArn(ARN)
                        .policyDocument(Room.ALLOW_S3)
                        .build());
        IamState two = room.iam.state();
        room.call(DeletePolicyVersionRequest.builder().policyArn(ARN).versionId("v2").build());
        assertThat(between(two, room.iam.state())).containsExactly("DeletePolicyVersion");
        // The number is used up: the way back is a longer one.
        assertThat(between(room.iam.state(), two))
                .containsExactly(
                        "DetachUserPolicy",
                        "DeletePolicy",
                        "CreatePolicy",
                        "CreatePolicyVersion",
                        "AttachUserPolicy");
    }

    @Test
    void whatIsMadeIsMadeBeforeItIsNamed() {
        Room room = new Room();
        IamState before = room.iam.state();
        room.call(
                CreatePolicyRequest.builder()
                        .policyName("P")
                        .policyDocument(Room.ALLOW_S3)
                        .build());
        room.call(CreateUserRequest.builder().userName("a").permissionsBoundary(ARN).build());
        assertThat(between(before, room.iam.state())).containsExactly("CreatePolicy", "CreateUser");
        assertThat(between(room.iam.state(), before))
                .containsExactly("DeleteUserPermissionsBoundary", "DeleteUser", "DeletePolicy")
                .isNotEmpty();
    }
}
