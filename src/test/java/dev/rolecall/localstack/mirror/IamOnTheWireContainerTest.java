package dev.rolecall.localstack.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.UserError;
import dev.rolecall.iam.Account;
import dev.rolecall.iam.IamState;
import dev.rolecall.iam.User;
import dev.rolecall.localstack.FaultyWire;
import dev.rolecall.localstack.TestContainer;
import dev.rolecall.localstack.client.Clients;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateUserRequest;

/// Between the sending of a write and its commit the wire hangs, or ends, in either direction, and
/// in the middle of a request and of an answer. Both sides are compared afterwards.
@Tag("container")
@Timeout(120)
class IamOnTheWireContainerTest {
    private static final String CREATE = "Action=CreateUser";
    private static final CreateUserRequest NEW_USER =
            CreateUserRequest.builder().userName("Test").build();

    private FaultyWire wire;
    private MirrorRoom room;

    @BeforeEach
    void open() {
        wire = new FaultyWire(TestContainer.uri());
        room = MirrorRoom.attached(wire.uri());
    }

    @AfterEach
    void close() {
        room.close();
        wire.close();
    }

    /// Not through the wire.
    private List<String> usersThere() {
        try (Clients direct = new Clients(TestContainer.uri())) {
            return direct.iam(room.account).listUsers().users().stream()
                    .map(user -> user.userName())
                    .toList();
        }
    }

    private void expect(String message) {
        IamState before = room.iam.state();
        AwsError error = room.refused(NEW_USER);
        wire.mend();
        assertThat(error.code()).isEqualTo("ContainerUnavailable");
        assertThat(error.message()).contains(message);
        assertThat(room.iam.state()).isEqualTo(before);
    }

    private void notDoneThere() {
        assertThat(usersThere()).isEmpty();
        assertThat(room.drift()).isEmpty();
        room.call(NEW_USER);
        sameOnBothSides();
    }

    /// It is there, and here it is not until it is taken over. Who tries again is told that.
    private void doneThere() {
        assertThat(usersThere()).containsExactly("Test");
        assertThat(room.drift()).containsExactly("user Test: only in the container");
        assertThat(room.refused(NEW_USER).message())
                .startsWith("LocalStack refused CreateUser, so nothing was changed: ")
                .endsWith(" /diff says what it has otherwise, and /adopt takes that over.");
        assertThat(room.ours().users()).isEmpty();
        assertThat(room.mirrored.adopt(room.account).adopted())
                .containsExactly(EntityRef.user("Test"));
        assertThat(room.refused(NEW_USER).code()).isEqualTo("EntityAlreadyExists");
        sameOnBothSides();
    }

    private void sameOnBothSides() {
        assertThat(room.ours().user("Test")).isPresent();
        assertThat(usersThere()).containsExactly("Test");
        assertThat(room.drift()).isEmpty();
        room.call(UpdateUserRequest.builder().userName("Test").newUserName("Best").build());
        assertThat(usersThere()).containsExactly("Best");
        assertThat(room.drift()).isEmpty();
    }

    @Test
    void aRequestThatIsSwallowed() {
        wire.hangRequest(CREATE, 0);
        expect("did not answer for 7 s, so nobody knows whether it did this");
        notDoneThere();
    }

    @Test
    void aRequestThatIsCutOffInItsMiddle() {
        wire.cutRequest(CREATE, 10);
        expect("broke the connection off, so nobody knows whether it did this");
        notDoneThere();
    }

    @Test
    void anAnswerThatIsSwallowed() {
        wire.hangAnswer(CREATE, 0);
        expect("did not answer for 7 s, so nobody knows whether it did this");
        doneThere();
    }

    @Test
    void anAnswerThatStopsInItsMiddle() {
        wire.hangAnswer(CREATE, 400);
        expect("did not answer for 7 s, so nobody knows whether it did this");
        doneThere();
    }

    @Test
    void anAnswerThatIsCutOffBeforeItBegins() {
        wire.cutAnswer(CREATE, 0);
        expect("broke the connection off, so nobody knows whether it did this");
        doneThere();
    }

    @Test
    void anAnswerThatIsCutOffInItsMiddle() {
        wire.cutAnswer(CREATE, 400);
        expect("broke the connection off, so nobody knows whether it did this");
        doneThere();
    }

    /// A renaming takes several requests, of which the third gets no answer.
    @Test
    void aChangeThatIsLostInItsMiddleIsNamedAndPutBack() {
        IamDriftContainerTest.populate(room);
        IamState before = room.iam.state();
        wire.cutAnswer("Action=UpdateUser", 0);
        UpdateUserRequest renaming =
                UpdateUserRequest.builder().userName("Test").newUserName("Best").build();
        assertThat(room.refused(renaming).message()).contains("nobody knows whether it did this");
        wire.mend();
        assertThat(room.iam.state()).isEqualTo(before);
        assertThat(room.drift())
                .contains("user Test: only here", "user Best: only in the container");
        assertThat(room.mirrored.put(before)).isEmpty();
        assertThat(room.drift()).isEmpty();
        room.call(renaming);
        assertThat(room.drift()).isEmpty();
    }

    /// The first request of a renaming is answered; for the second nobody is there any more.
    @Test
    void whoEndsBetweenTwoRequestsHasAPartAndThatIsTold() {
        IamDriftContainerTest.populate(room);
        Account ours = room.ours();
        User user = ours.user("Test").orElseThrow();
        Ledger ledger = new Ledger();
        ledger.set(room.mirrored.state());
        AtomicInteger sent = new AtomicInteger();
        try (Clients nobody = new Clients(URI.create("http://127.0.0.1:1"))) {
            ContainerIam dying =
                    new ContainerIam(
                            "there",
                            account ->
                                    sent.getAndIncrement() == 0
                                            ? room.clients.iam(account)
                                            : nobody.iam(account));
            IamMirror mirror = new IamMirror(dying, room.iam::state, ledger);
            assertThatThrownBy(() ->
                            mirror.take(ours, ours.without(user).with(user.named("/", "Best"))))
                    .isInstanceOf(AwsError.class)
                    .hasMessageContaining("in the middle of this, so it has a part of it; /diff");
        }
        assertThat(sent).hasValue(2);
        assertThat(room.drift()).hasSize(1).allMatch(w -> w.startsWith("access key "));
    }

    /// What hangs is told once after 7 s; who asks after that is told at once.
    @Test
    void afterASilenceNothingIsSentBeforeThereIsAWord() {
        room.call(NEW_USER);
        wire.hangRequest("", 0);
        PutUserPolicyRequest put =
                PutUserPolicyRequest.builder()
                        .userName("Test")
                        .policyName("p")
                        .policyDocument(MirrorRoom.ALLOW)
                        .build();
        IamState before = room.iam.state();
        assertThat(room.refused(put).message()).contains("did not answer for 7 s");
        for (int i = 0; i < 3; i++) {
            assertThat(room.refused(put).message())
                    .contains("still does not answer, so nothing was sent to it");
            assertThatThrownBy(room::drift)
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("still does not answer; see whether it is paused");
        }
        wire.mend();
        assertThat(room.iam.state()).isEqualTo(before);
        assertThat(room.drift()).isEmpty();
        room.call(put);
        assertThat(room.drift()).isEmpty();
    }

    @Test
    void aReadingThatHangsInItsMiddleTakesNothingOver() {
        room.direct().createUser(r -> r.userName("Direct"));
        wire.hangAnswer("Action=ListAccessKeys", 100);
        assertThatThrownBy(() -> room.mirrored.adopt(room.account))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("did not answer for 7 s");
        wire.mend();
        assertThat(room.ours().users()).isEmpty();
        assertThat(room.drift()).containsExactly("user Direct: only in the container");
    }
}
