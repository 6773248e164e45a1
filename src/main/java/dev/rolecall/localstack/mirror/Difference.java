package dev.rolecall.localstack.mirror;

import java.util.Optional;

/// One thing that the container has otherwise than we.
///
/// @param entity what it is about, and what [MirroredIam#adopt] is told to take over
/// @param words one line that names the entity, such as `user Test: only here`
/// @param ours the text that we have, where both have one, such as a document
/// @param theirs the text that the container has
public record Difference(
        EntityRef entity, String words, Optional<String> ours, Optional<String> theirs) {

    static Difference of(EntityRef entity, String words) {
        return new Difference(entity, words, Optional.empty(), Optional.empty());
    }

    /// Such as `role ops: the trust policy differs`.
    static Difference about(EntityRef entity, String what) {
        return of(entity, entity + ": " + what);
    }

    static Difference about(EntityRef entity, String what, String ours, String theirs) {
        return new Difference(entity, entity + ": " + what, Optional.of(ours), Optional.of(theirs));
    }

    @Override
    public String toString() {
        return words;
    }
}
