package dev.rolecall.localstack.container;

import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import dev.rolecall.localstack.container.Container.State;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/// A container of ours that was ready once.
///
/// @param since when its process began, in the engine's words: after a restart it is another
///   LocalStack, with nothing in it and at another port
record Running(Engine engine, String id, URI endpoint, String since) {
    private static final Duration INSPECT = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(400);
    private static final Duration REMOVE = Duration.ofSeconds(5);

    /// Asks the engine; where that does not answer, LocalStack itself.
    State state() {
        try {
            return Patience.atMost(INSPECT, () -> engine.inspect(id))
                    .map(this::state)
                    .orElse(State.GONE);
        } catch (TimeoutException | RuntimeException e) {
            return GivenContainer.look(endpoint, LOOK);
        }
    }

    private State state(ContainerState now) {
        if (!Boolean.TRUE.equals(now.getRunning()) || !since.equals(now.getStartedAt())) {
            return State.GONE;
        }
        return Boolean.TRUE.equals(now.getPaused()) ? State.PAUSED : State.RUNNING;
    }

    /// @return whether the engine says that it is gone
    boolean remove() {
        return remove(engine, id);
    }

    static boolean remove(Engine engine, String id) {
        try {
            return Patience.atMost(
                    REMOVE,
                    () -> {
                        engine.remove(id);
                        return true;
                    });
        } catch (TimeoutException | RuntimeException e) {
            return false;
        }
    }
}
