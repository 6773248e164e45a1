package dev.rolecall.snippet;

import java.util.Optional;

/// Who is current, on this side and in the child.
final class Principals {
    private final LabFiles files;
    private CredentialsValue current;
    private Optional<Told> told = Optional.empty();

    Principals(LabFiles files, CredentialsValue first) {
        this.files = files;
        this.current = first;
        // the first client of a child may be made before the child is told anything
        files.profileOf(first);
    }

    synchronized CredentialsValue current() {
        return current;
    }

    synchronized void become(CredentialsValue next) {
        files.profileOf(next);
        current = next;
    }

    /// Lets the child act as this principal, if it does not already.
    synchronized void tell(ChildJvm child, CredentialsValue principal) {
        Told now = new Told(child, principal);
        if (!told.equals(Optional.of(now))) {
            child.become(files.profileOf(principal), principal);
            told = Optional.of(now);
        }
    }

    private record Told(ChildJvm child, CredentialsValue principal) {}
}
