package dev.rolecall.snippet;

import java.time.Instant;
import java.util.List;

/// Knows the keys of the lab's users. `as("Test")` asks it; the wiring fills it from the cloud.
@FunctionalInterface
public interface Wardrobe {

    /// Finds a user's access keys. Called on a thread of the shell's while a snippet runs.
    Found keysOf(String userName);

    /// The answer.
    sealed interface Found {}

    /// The user is there.
    ///
    /// @param keys in any order; none if the user has no key
    record Keys(List<Key> keys) implements Found {
        public Keys {
            keys = List.copyOf(keys);
        }
    }

    /// There is no such user.
    ///
    /// @param userNames those that there are, so that the nearest can be named
    record NoSuchUser(List<String> userNames) implements Found {
        public NoSuchUser {
            userNames = List.copyOf(userNames);
        }
    }

    /// One access key.
    record Key(CredentialsValue value, boolean active, Instant created) {}
}
