package dev.rolecall.localstack.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.iam.IamState;
import dev.rolecall.iam.Room;
import dev.rolecall.json.Saved;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPolicyRequest;

@Tag("container")
class IamPutContainerTest {
    @Test
    void theContainerIsBroughtFromAnyStateToAnyOther() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("the walk's seed is " + seed);
        try (MirrorRoom room = MirrorRoom.attached()) {
            IamWalk walk = new IamWalk(room.iam, room.account, room.root, seed);
            List<IamState> states = new ArrayList<>(List.of(room.iam.state()));
            for (int i = 0; i < 8; i++) {
                walk.go(40);
                states.add(room.iam.state());
            }
            Random random = new Random(seed);
            for (int i = 0; i < 12; i++) {
                IamState wanted = states.get(random.nextInt(states.size()));
                assertThat(room.mirrored.put(wanted)).as("put number %s", i).isEmpty();
                room.iam.restore(wanted);
                assertThat(room.drift()).as("put number %s", i).isEmpty();
            }
            walk.go(40);
            assertThat(room.drift()).isEmpty();
        }
    }

    @Test
    void whatOthersDidIsUndoneInAContainerOfOurOwn() {
        try (MirrorRoom room = MirrorRoom.attached()) {
            IamDriftContainerTest.populate(room);
            IamClient c = room.direct();
            c.createUser(r -> r.userName("TEST"));
            c.deletePolicy(r -> r.policyArn(room.arn("policy/P")));
            c.createPolicy(r -> r.policyName("Q").policyDocument(MirrorRoom.ALLOW));
            c.attachUserPolicy(r -> r.userName("Test").policyArn(room.arn("policy/Q")));
            c.attachGroupPolicy(r -> r.groupName("Admins").policyArn(room.arn("policy/Q")));
            c.deletePolicy(r -> r.policyArn(room.arn("policy/Q")));
            c.createUser(r -> r.userName("Ghost"));
            c.addUserToGroup(r -> r.groupName("Admins").userName("Ghost"));
            c.deleteUser(r -> r.userName("Ghost"));
            c.updateAssumeRolePolicy(
                    r -> r.roleName("ops").policyDocument(Room.trusting(room.account)));
            assertThat(room.drift()).hasSizeGreaterThan(4);

            assertThat(room.mirrored.put(room.iam.state())).isEmpty();

            assertThat(room.drift()).isEmpty();
        }
    }

    @Test
    void aContainerThatWasStartedAnewGetsAllOfIt() {
        try (MirrorRoom room = MirrorRoom.apart()) {
            IamDriftContainerTest.populate(room);
            String saved = Saved.of(MirrorState.class).write(room.mirrored.state());
            room.mirrored.restore(Saved.of(MirrorState.class).read(saved));
            assertThat(room.mirrored.attachOwn(room.iam, room.clients)).isEmpty();
            assertThat(room.drift()).isEmpty();
            assertThat(room.mirrored.state().keys()).hasSize(1);
            String after = Saved.of(MirrorState.class).write(room.mirrored.state());
            assertThat(Saved.of(MirrorState.class).read(after)).isEqualTo(room.mirrored.state());
        }
    }

    @Test
    void inASharedContainerNothingIsDeletedThatWasNotMadeThroughUs() {
        try (MirrorRoom room = MirrorRoom.apart()) {
            IamClient c = room.direct();
            c.createUser(r -> r.userName("Old"));
            c.putUserPolicy(
                    r -> r.userName("Old").policyName("own").policyDocument(MirrorRoom.ALLOW));
            room.mirrored.attachShared(room.iam, room.clients);
            IamState start = room.iam.state();

            room.call(CreateUserRequest.builder().userName("Test").build());
            room.call(CreateGroupRequest.builder().groupName("G").build());
            room.call(
                    AttachUserPolicyRequest.builder()
                            .userName("Old")
                            .policyArn(Room.S3_FULL_ACCESS)
                            .build());
            room.call(DeleteUserPolicyRequest.builder().userName("Old").policyName("own").build());
            c.createUser(r -> r.userName("Stranger"));
            c.createAccessKey(r -> r.userName("Old"));
            c.putUserPolicy(
                    r -> r.userName("Old").policyName("theirs").policyDocument(MirrorRoom.ALLOW));
            // The group of that name is another's now.
            c.deleteGroup(r -> r.groupName("G"));
            c.createGroup(r -> r.groupName("G"));

            assertThat(room.mirrored.put(start)).isEmpty();
            room.iam.restore(start);

            assertThat(room.drift())
                    .filteredOn(w -> !w.startsWith("access key LKIA"))
                    .containsExactlyInAnyOrder(
                            "user Stranger: only in the container",
                            "group G: only in the container",
                            "user Old: inline policy theirs is in the container only");
            assertThat(c.listAccessKeys(r -> r.userName("Old")).accessKeyMetadata()).hasSize(1);
        }
    }

    @Test
    void aSharedContainerIsImportedOnce() {
        try (MirrorRoom room = MirrorRoom.apart()) {
            room.mirrored.attachShared(room.iam, room.clients);
            room.mirrored.detach();
            room.direct().createUser(r -> r.userName("Later"));
            assertThat(room.mirrored.attachShared(room.iam, room.clients).adopted()).isEmpty();
            assertThat(room.drift()).containsExactly("user Later: only in the container");
        }
    }
}
