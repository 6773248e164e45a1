package dev.rolecall.localstack.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.iam.Account;
import dev.rolecall.iam.Iam;
import dev.rolecall.iam.Ids;
import dev.rolecall.iam.ManagedPolicy;
import dev.rolecall.iam.Role;
import dev.rolecall.iam.Room;
import dev.rolecall.iam.User;
import dev.rolecall.policy.PolicyDocument;
import dev.rolecall.policy.Principal;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyRequest;

@Tag("container")
class IamAdoptionContainerTest {
    private static final String MALFORMED =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\","
                    + "\"Action\":\"sts:AssumeRole\"}]}";

    /// What somebody had in the container before.
    private static void populate(MirrorRoom room) {
        IamClient c = room.direct();
        c.createUser(r -> r.userName("Old").path("/x/").tags(MirrorRoom.tag("k", "v")));
        c.createAccessKey(r -> r.userName("Old"));
        c.putUserPolicy(r -> r.userName("Old").policyName("own").policyDocument(MirrorRoom.ALLOW));
        c.createPolicy(r -> r.policyName("P").policyDocument(MirrorRoom.ALLOW).description("d"));
        c.attachUserPolicy(r -> r.userName("Old").policyArn(room.arn("policy/P")));
        c.createGroup(r -> r.groupName("G"));
        c.addUserToGroup(r -> r.groupName("G").userName("Old"));
        c.createRole(r ->
                r.roleName("good")
                        .assumeRolePolicyDocument(Room.trusting(room.arn("user/x/Old")))
                        .maxSessionDuration(7200));
        c.createRole(r -> r.roleName("bad").assumeRolePolicyDocument(MALFORMED));
        c.createRole(r ->
                r.roleName("ghost")
                        .assumeRolePolicyDocument(Room.trusting(room.arn("user/Nobody"))));
        c.createUser(
                r -> r.userName("bounded").permissionsBoundary(room.arn("policy/NoSuchBoundary")));
        c.attachUserPolicy(r -> r.userName("bounded").policyArn(Room.S3_FULL_ACCESS));
        c.createInstanceProfile(r -> r.instanceProfileName("box"));
        c.addRoleToInstanceProfile(r -> r.instanceProfileName("box").roleName("good"));
        c.createAccountAlias(r -> r.accountAlias("old" + room.account));
    }

    @Test
    void whatWasThereIsImportedAtFirstContact() {
        try (MirrorRoom room = MirrorRoom.apart()) {
            populate(room);
            room.call(CreateUserRequest.builder().userName("admin").build());
            room.call(CreateAccessKeyRequest.builder().userName("admin").build());
            Adopted adopted = room.mirrored.attachShared(room.iam, room.clients);

            assertThat(adopted.problems())
                    .containsExactlyInAnyOrder(
                            "role bad: AWS would refuse its trust policy (AssumeRolepolicy contained an"
                                    + " invalid principal: \"STAR\":\"*\".), so it grants nothing",
                            "role ghost: AWS would refuse its trust policy (Invalid principal in"
                                    + " policy: \"AWS\":\""
                                    + room.arn("user/Nobody")
                                    + "\"), so it grants nothing",
                            "user bounded: its permissions boundary "
                                    + room.arn("policy/NoSuchBoundary")
                                    + " does not exist, so it may do nothing");
            Account ours = room.ours();
            User old = ours.user("Old").orElseThrow();
            assertThat(old.id()).matches("AIDA[A-Z2-7]{17}");
            assertThat(old.path()).isEqualTo("/x/");
            assertThat(old.policies().attached()).containsExactly(room.arn("policy/P"));
            assertThat(ours.groupsOf(old.id())).extracting(g -> g.name()).containsExactly("G");
            assertThat(adopted.needNewKey())
                    .singleElement()
                    .satisfies(key -> {
                        assertThat(key).startsWith("LKIA");
                        assertThat(ours.keysOf(old.id()))
                                .extracting(k -> k.secret().length())
                                .containsExactly(40);
                    });
            Role good = ours.role("good").orElseThrow();
            assertThat(good.trust().text()).contains(old.id());
            assertThat(ours.profile("box").orElseThrow().roleId()).hasValue(good.id());
            assertThat(ours.alias()).hasValue("old" + room.account);
            assertThat(room.drift()).isEmpty();
            assertThat(room.direct().getUser(r -> r.userName("admin")).user()).isNotNull();
        }
    }

    @Test
    void whatAwsWouldRefuseGrantsNothingAlsoAfterAResume() {
        try (MirrorRoom room = MirrorRoom.apart()) {
            populate(room);
            room.mirrored.attachShared(room.iam, room.clients);
            PolicyDocument bad = room.ours().role("bad").orElseThrow().trust();
            assertThat(bad.text()).contains("RefusedByAws");
            PolicyDocument resumed = PolicyDocument.parse(bad.text());
            for (PolicyDocument trust : List.of(bad, resumed)) {
                assertThat(ContainerText.of(trust)).isEqualTo(MALFORMED);
            }
            Principal.User bounded = room.ours().user("bounded").orElseThrow().principal();
            assertThat(room.iam.boundary(bounded).orElseThrow().document().size()).isZero();
        }
    }

    @Test
    void chosenDifferencesAreTakenOverAndTheRestIsNot() {
        try (MirrorRoom room = MirrorRoom.attached()) {
            IamDriftContainerTest.populate(room);
            Account before = room.ours();
            IamClient c = room.direct();
            c.putUserPolicy(
                    r -> r.userName("Test").policyName("x").policyDocument(MirrorRoom.ALLOW));
            c.createUser(r -> r.userName("New"));
            c.addUserToGroup(r -> r.groupName("Admins").userName("New"));
            c.updateRole(r -> r.roleName("ops").description("d").maxSessionDuration(3600));

            room.mirrored.adopt(
                    room.account, List.of(EntityRef.user("Test"), EntityRef.user("New")));

            assertThat(room.drift()).containsExactly("role ops: the description differs");
            User test = room.ours().user("Test").orElseThrow();
            assertThat(test.id()).isEqualTo(before.user("Test").orElseThrow().id());
            assertThat(test.policies().inline()).containsOnlyKeys("own", "x");
            assertThat(room.ours().keys()).isEqualTo(before.keys());
            assertThat(room.ours().group("Admins").orElseThrow().members()).hasSize(2);
            assertThat(room.ours().role("ops").orElseThrow().trust())
                    .isEqualTo(before.role("ops").orElseThrow().trust());
        }
    }

    @Test
    void everyDirectWriteIsTakenOver() {
        try (MirrorRoom room = MirrorRoom.attached()) {
            long seed = Long.getLong("seed", System.nanoTime());
            System.out.println("the walks' seed is " + seed);
            new IamWalk(room.iam, room.account, room.root, seed).go(120);
            Iam other = new Iam(room.clock, Ids.seeded(seed));
            other.createAccount(room.account);
            other.createAccount(room.other);
            other.restore(room.iam.state());
            new IamWalk(other, room.account, room.root, seed + 1).go(60);
            // Somebody else brings the container to the second state.
            MirroredIam stranger = new MirroredIam(Ids.seeded(seed));
            stranger.restore(room.mirrored.state());
            stranger.attachOwn(other, room.clients);
            assertThat(room.drift()).isNotEmpty();

            room.mirrored.adopt(room.account);

            assertThat(room.drift()).isEmpty();
            Account ours = room.ours();
            Account theirs = other.state().account(room.account).orElseThrow();
            assertThat(ours.users().keySet()).isEqualTo(theirs.users().keySet());
            assertThat(ours.roles().keySet()).isEqualTo(theirs.roles().keySet());
            assertThat(ours.policies().keySet()).isEqualTo(theirs.policies().keySet());
            // And it can be written to as before.
            new IamWalk(room.iam, room.account, room.root, seed + 2).go(60);
            assertThat(room.drift()).isEmpty();
        }
    }

    @Test
    void aKeyThatWasTakenOverCanBeSwitchedOffAndDeleted() {
        try (MirrorRoom room = MirrorRoom.attached()) {
            room.call(CreateUserRequest.builder().userName("Test").build());
            room.direct().createAccessKey(r -> r.userName("Test"));
            String key = room.mirrored.adopt(room.account).needNewKey().getFirst();
            room.call(
                    UpdateAccessKeyRequest.builder()
                            .userName("Test")
                            .accessKeyId(key)
                            .status("Inactive")
                            .build());
            assertThat(room.drift()).isEmpty();
            room.call(DeleteAccessKeyRequest.builder().userName("Test").accessKeyId(key).build());
            assertThat(room.drift()).isEmpty();
        }
    }

    @Test
    void theNextVersionOfAPolicyThatWasTakenOverHasTheContainersNumber() {
        try (MirrorRoom room = MirrorRoom.attached()) {
            room.direct().createPolicy(r -> r.policyName("P").policyDocument(MirrorRoom.ALLOW));
            room.mirrored.adopt(room.account);
            ManagedPolicy policy = room.ours().policy("P").orElseThrow();
            assertThat(policy.id()).startsWith("ANPA");
            room.call(
                    CreatePolicyVersionRequest.builder()
                            .policyArn(policy.arn())
                            .policyDocument(MirrorRoom.ALLOW)
                            .build());
            room.call(CreateUserRequest.builder().userName("u").build());
            room.call(
                    PutUserPolicyRequest.builder()
                            .userName("u")
                            .policyName("p")
                            .policyDocument(MirrorRoom.ALLOW)
                            .build());
            assertThat(room.drift()).isEmpty();
        }
    }
}
