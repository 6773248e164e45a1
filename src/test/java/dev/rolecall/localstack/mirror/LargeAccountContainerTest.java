package dev.rolecall.localstack.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A classroom's account: what is asked of the container is asked several at a time, and none of
/// the answers is mixed up with another.
@Tag("container")
class LargeAccountContainerTest {
    private static final int USERS = 40;

    @Test
    void eachUserOfManyIsComparedWithItself() {
        try (MirrorRoom room = MirrorRoom.attached()) {
            for (int i = 0; i < USERS; i++) {
                String name = "user-" + i;
                room.direct().createUser(r -> r.userName(name).tags(MirrorRoom.tag("of", name)));
                room.direct().createAccessKey(r -> r.userName(name));
            }
            assertThat(room.drift()).hasSize(USERS);
            room.mirrored.adopt(room.account);
            assertThat(room.drift()).isEmpty();
            assertThat(room.ours().users().values())
                    .allSatisfy(user -> {
                        assertThat(user.tags()).containsEntry("of", user.name());
                        assertThat(room.ours().keysOf(user.id())).hasSize(1);
                    });
            room.direct().tagUser(r -> r.userName("user-7").tags(MirrorRoom.tag("of", "other")));
            assertThat(room.drift()).containsExactly("user user-7: the value of tag of differs");
        }
    }
}
