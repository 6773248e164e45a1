package dev.rolecall.guard;

import dev.rolecall.iam.Caller;
import dev.rolecall.iam.Iam;
import dev.rolecall.sts.Session;
import dev.rolecall.sts.Sts;
import java.util.Optional;

/// Finds who signs with an access key id.
final class KeyRing {
    private final Iam iam;
    private final Sts sts;

    KeyRing(Iam iam, Sts sts) {
        this.iam = iam;
        this.sts = sts;
    }

    /// The credential of an active key or of a session, expired ones included; empty for a key that
    /// is unknown or inactive.
    Optional<Credential> find(String accessKeyId) {
        return sts.session(accessKeyId)
                .map(s -> new Credential(s.caller(), s.secretAccessKey(), Optional.of(s)))
                .or(() -> longTerm(accessKeyId));
    }

    private Optional<Credential> longTerm(String accessKeyId) {
        return iam.owner(accessKeyId)
                .filter(owner -> owner.key().active())
                .map(owner ->
                        new Credential(
                                Caller.of(owner.principal(), accessKeyId),
                                owner.key().secret(),
                                Optional.empty()));
    }

    boolean issuerExists(Session session) {
        return sts.issuerExists(session);
    }
}
