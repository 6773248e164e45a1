package dev.rolecall.localstack.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.UserError;
import dev.rolecall.iam.IamState;
import dev.rolecall.localstack.FaultyWire;
import dev.rolecall.localstack.TestContainer;
import dev.rolecall.localstack.client.Clients;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.testcontainers.localstack.LocalStackContainer;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.UpdateUserRequest;

/// The container itself is paused, killed and replaced while a write is between its sending and its
/// commit. One container after the other, so in order.
@Tag("container")
@Timeout(120)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IamContainerFaultsContainerTest {
    private static LocalStackContainer container;
    private static DockerClient docker;

    @BeforeAll
    static void start() {
        container = TestContainer.own();
        container.start();
        docker = container.getDockerClient();
    }

    @AfterAll
    static void stop() {
        container.stop();
    }

    private static CreateUserRequest user(String name) {
        return CreateUserRequest.builder().userName(name).build();
    }

    private static List<String> users(IamClient iam) {
        return iam.listUsers().users().stream().map(user -> user.userName()).toList();
    }

    private static void pause() {
        docker.pauseContainerCmd(container.getContainerId()).exec();
    }

    private static void unpause() {
        docker.unpauseContainerCmd(container.getContainerId()).exec();
    }

    @Test
    @Order(1)
    void aWriteThatWaitsOutAShortPauseIsDoneOnBothSides() throws Exception {
        try (FaultyWire wire = new FaultyWire(container.getEndpoint());
                MirrorRoom room = MirrorRoom.attached(wire.uri())) {
            pause();
            wire.hangAnswer("Action=CreateUser", Long.MAX_VALUE);
            CompletableFuture<Void> write =
                    CompletableFuture.runAsync(() -> room.call(user("Test")));
            wire.awaitSent();
            assertThat(room.ours().users()).isEmpty();
            unpause();
            write.get();
            assertThat(users(room.direct())).containsExactly("Test");
            assertThat(room.ours().user("Test")).isPresent();
            assertThat(room.drift()).isEmpty();
        }
    }

    /// The wire keeps what was sent, and the container reads it when it goes on.
    @Test
    @Order(2)
    void whatAPausedContainerWasSentIsDoneWhenItGoesOnAndIsNamed() throws Exception {
        try (FaultyWire wire = new FaultyWire(container.getEndpoint());
                MirrorRoom room = MirrorRoom.attached(wire.uri())) {
            room.call(user("Before"));
            refusedWhilePaused(room);
            awaitUser(room.direct(), "Test");
            assertThat(users(room.direct())).containsExactlyInAnyOrder("Before", "Test");
            assertThat(room.drift()).containsExactly("user Test: only in the container");
            assertThat(room.mirrored.adopt(room.account).problems()).isEmpty();
            goesOn(room, "Before", "Next", "Test");
        }
    }

    /// Where our end takes the request back with its connection, the container may never read it.
    @Test
    @Order(3)
    void whatAPausedContainerWasSentIsThereOrNotAndNamedAccordingly() {
        try (MirrorRoom room = MirrorRoom.attached(container.getEndpoint())) {
            room.call(user("Before"));
            refusedWhilePaused(room);
            List<String> there = users(room.direct());
            assertThat(room.drift())
                    .isEqualTo(
                            there.contains("Test")
                                    ? List.of("user Test: only in the container")
                                    : List.of());
            room.mirrored.adopt(room.account);
            if (!there.contains("Test")) {
                room.call(user("Test"));
            }
            goesOn(room, "Before", "Next", "Test");
        }
    }

    private static void refusedWhilePaused(MirrorRoom room) {
        IamState before = room.iam.state();
        pause();
        assertThat(room.refused(user("Test")).message()).contains("did not answer for 7 s");
        assertThat(room.refused(user("Next")).message())
                .contains("still does not answer, so nothing was sent to it");
        assertThatThrownBy(room::drift)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("still does not answer");
        unpause();
        assertThat(room.iam.state()).isEqualTo(before);
    }

    private static void goesOn(MirrorRoom room, String... all) {
        assertThat(room.drift()).isEmpty();
        room.call(user("Next"));
        assertThat(users(room.direct())).containsExactlyInAnyOrder(all);
        assertThat(room.ours().users()).hasSize(all.length);
        assertThat(room.drift()).isEmpty();
    }

    private static void awaitUser(IamClient iam, String name) throws InterruptedException {
        while (true) {
            try {
                iam.getUser(r -> r.userName(name));
                return;
            } catch (NoSuchEntityException e) {
                Thread.sleep(50);
            }
        }
    }

    @Test
    @Order(4)
    void aContainerThatIsKilledWithAWriteInFlightIsReplacedByOneThatHasWhatOursHas()
            throws Exception {
        try (FaultyWire wire = new FaultyWire(container.getEndpoint());
                MirrorRoom room = MirrorRoom.attached(wire.uri())) {
            IamDriftContainerTest.populate(room);
            IamState before = room.iam.state();
            // Paused, so that it is dead before it can answer; the wire says when it was sent.
            docker.pauseContainerCmd(container.getContainerId()).exec();
            wire.hangAnswer("Action=", Long.MAX_VALUE);
            CompletableFuture<AwsError> refused =
                    CompletableFuture.supplyAsync(() ->
                            room.refused(
                                    UpdateUserRequest.builder()
                                            .userName("Test")
                                            .newUserName("Best")
                                            .build()));
            wire.awaitSent();
            docker.killContainerCmd(container.getContainerId()).exec();
            assertThat(refused.get().message())
                    .contains("ended in the middle of this; here nothing was changed");
            assertThat(room.iam.state()).isEqualTo(before);
            container.stop();
            container.start();
            assertReplaced(room, before, container.getEndpoint());
        }
    }

    private static void assertReplaced(MirrorRoom room, IamState before, URI endpoint) {
        try (Clients fresh = new Clients(endpoint)) {
            assertThat(room.mirrored.attachOwn(room.iam, fresh)).isEmpty();
            assertThat(room.iam.state()).isEqualTo(before);
            assertThat(room.drift()).isEmpty();
            IamClient direct = fresh.iam(room.account);
            assertThat(users(direct))
                    .containsExactlyInAnyOrderElementsOf(
                            room.ours().users().values().stream().map(u -> u.name()).toList());
            assertThat(direct.getUser(r -> r.userName("Test")).user().tags()).isNotEmpty();
            room.call(UpdateUserRequest.builder().userName("Test").newUserName("Best").build());
            assertThat(room.drift()).isEmpty();
        }
    }

    /// A classroom's LocalStack, started anew under the same address.
    @Test
    @Order(5)
    void aSharedOneThatWasStartedAnewIsToldAndGetsBackWhatOursHas() {
        try (FaultyWire address = new FaultyWire(container.getEndpoint());
                MirrorRoom room = MirrorRoom.shared(address.uri())) {
            IamDriftContainerTest.populate(room);
            IamState before = room.iam.state();
            container.stop();
            container.start();
            address.to(container.getEndpoint());
            String anew = "was started anew, and has nothing; start rolecall again";
            assertThatThrownBy(room::drift)
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining(anew);
            assertThatThrownBy(() -> room.mirrored.adopt(room.account))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining(anew);
            assertThat(room.iam.state()).isEqualTo(before);
            try (Clients again = new Clients(address.uri())) {
                again.iam(room.account).createUser(r -> r.userName("Colleague"));
                Adopted met = room.mirrored.attachShared(room.iam, again);
                assertThat(met.problems())
                        .containsExactly(
                                "LocalStack was started anew since, so what it had is gone. What IAM"
                                        + " has here was made there again.");
                assertThat(met.adopted()).containsExactly(EntityRef.user("Colleague"));
                assertThat(room.drift()).isEmpty();
                assertThat(users(again.iam(room.account))).contains("Test", "Colleague");
                assertThat(room.mirrored.attachShared(room.iam, again).problems()).isEmpty();
            }
        }
    }
}
