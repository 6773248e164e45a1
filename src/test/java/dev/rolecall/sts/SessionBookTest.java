package dev.rolecall.sts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.iam.Caller;
import dev.rolecall.iam.Ids;
import dev.rolecall.iam.Role;
import dev.rolecall.iam.Room;
import dev.rolecall.json.Saved;
import dev.rolecall.policy.PolicyDocument;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserRequest;
import software.amazon.awssdk.services.sts.model.GetSessionTokenRequest;
import software.amazon.awssdk.services.sts.model.GetSessionTokenResponse;
import software.amazon.awssdk.services.sts.model.Tag;

class SessionBookTest {
    private final StsRoom it = new StsRoom();
    private final Caller test = it.room.caller(it.room.user("Test"));
    private final Role role = it.room.role("r");

    @Test
    void aDeletedRoleEndsItsSessionsAndANewOneOfThatNameDoesNotReviveThem() {
        Session session = it.session(test, StsRoom.assume(role));
        assertThat(it.sts.issuerExists(session)).isTrue();
        DeleteRoleRequest delete = DeleteRoleRequest.builder().roleName("r").build();
        it.room.call(delete);
        // V11 and V12
        assertThat(it.sts.issuerExists(session)).isFalse();
        it.room.role("r");
        assertThat(it.sts.issuerExists(session)).isFalse();
        assertThat(it.sts.session(session.accessKeyId())).contains(session);
    }

    @Test
    void aDeletedUserEndsItsSessions() {
        GetSessionTokenResponse response =
                it.call(
                        test,
                        GetSessionTokenRequest.builder().build(),
                        GetSessionTokenResponse.class);
        Session session = it.sts.session(response.credentials().accessKeyId()).orElseThrow();
        assertThat(it.sts.issuerExists(session)).isTrue();
        it.room.call(DeleteUserRequest.builder().userName("Test").build());
        assertThat(it.sts.issuerExists(session)).isFalse();
    }

    @Test
    void anExpiredSessionStaysInTheBook() {
        Session session = it.session(test, StsRoom.assume(role));
        it.room.clock.move(Duration.ofMinutes(61));
        assertThat(it.sts.session(session.accessKeyId())).contains(session);
        assertThat(session.facts().expires()).isBefore(it.room.clock.instant());
    }

    @Test
    void theBookIsSavedAndReadBackWhole() {
        it.session(
                test,
                StsRoom.assume(role)
                        .policy(Room.ALLOW_S3)
                        .tags(Tag.builder().key("Team").value("blue").build())
                        .transitiveTagKeys("Team")
                        .sourceIdentity("alice"));
        Session plain = it.session(test, StsRoom.assume(role));
        Saved<SessionBook.State> saved =
                Saved.of(SessionBook.State.class)
                        .text(PolicyDocument.class, PolicyDocument::text, PolicyDocument::parse);
        SessionBook.State before = it.sts.state();
        SessionBook.State read = saved.read(saved.write(before));
        assertThat(read).isEqualTo(before);
        Sts other = new Sts(it.room.iam, it.room.clock, Ids.seeded(1));
        other.restore(read);
        assertThat(other.session(plain.accessKeyId())).contains(plain);
    }

    @Test
    void anUnknownKeyHasNoSession() {
        assertThat(it.sts.session("ASIAAAAAAAAAAAAAAAAA")).isEmpty();
    }
}
