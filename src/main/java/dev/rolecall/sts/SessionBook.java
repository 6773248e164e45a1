package dev.rolecall.sts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// All sessions ever issued, the one place where they are kept. Expired ones stay: a request with
/// one is answered `ExpiredToken`, not as if the key were unknown.
public final class SessionBook {
    private final Object lock = new Object();
    private volatile State state = new State(Map.of());

    SessionBook() {}

    /// The book at one moment.
    ///
    /// @param sessions by access key id, oldest first
    public record State(Map<String, Session> sessions) {
        public State {
            sessions = Collections.unmodifiableMap(new LinkedHashMap<>(sessions));
        }
    }

    State state() {
        return state;
    }

    void restore(State other) {
        synchronized (lock) {
            state = other;
        }
    }

    Optional<Session> find(String accessKeyId) {
        return Optional.ofNullable(state.sessions().get(accessKeyId));
    }

    void enter(Session session) {
        synchronized (lock) {
            Map<String, Session> more = new LinkedHashMap<>(state.sessions());
            more.put(session.accessKeyId(), session);
            state = new State(more);
        }
    }
}
