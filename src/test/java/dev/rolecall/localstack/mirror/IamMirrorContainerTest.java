package dev.rolecall.localstack.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.iam.Caller;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("container")
class IamMirrorContainerTest {
    private static final Set<String> READS = Set.of("get", "list", "simulate", "generate");

    @Test
    void afterAWalkThroughEveryWriteThatIamHasTheContainerHasTheSame() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("the walk's seed is " + seed);
        try (MirrorRoom room = MirrorRoom.attached()) {
            IamWalk walk = new IamWalk(room.iam, room.account, room.root, seed);
            for (int i = 0; i < 30; i++) {
                walk.go(10);
                assertThat(room.drift()).as("after " + 10 * (i + 1) + " writes").isEmpty();
            }
            for (int i = 0; i < 100 && !walk.done().keySet().containsAll(writes(room)); i++) {
                walk.go(10);
            }
            assertThat(room.drift()).isEmpty();
            assertThat(walk.done().keySet()).containsAll(writes(room));
        }
    }

    private static Set<String> writes(MirrorRoom room) {
        return room.iam.actions().stream()
                .flatMap(group -> Arrays.stream(group.getClass().getDeclaredMethods()))
                .filter(m -> Modifier.isPublic(m.getModifiers()))
                .filter(m -> m.getParameterCount() == 2 && m.getParameterTypes()[0] == Caller.class)
                .filter(m -> READS.stream().noneMatch(m.getName()::startsWith))
                .map(Method::getName)
                .map(name -> Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Request")
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
