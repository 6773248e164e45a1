package dev.rolecall.iam;

import java.time.Instant;
import java.util.Optional;

/// A long-term access key ("Manage access keys for IAM users").
///
/// @param id 20 characters, `AKIA…`
/// @param ownerId the unique id of its user; the account id for a key of the root user
public record AccessKey(
        String id,
        String secret,
        String ownerId,
        boolean active,
        Instant created,
        Optional<Role.LastUsed> lastUsed) {

    /// `Active` or `Inactive`.
    public String status() {
        return active ? "Active" : "Inactive";
    }

    public AccessKey withActive(boolean nowActive) {
        return new AccessKey(id, secret, ownerId, nowActive, created, lastUsed);
    }

    AccessKey used(Role.LastUsed use) {
        return new AccessKey(id, secret, ownerId, active, created, Optional.of(use));
    }

    /// Does not tell the secret: a record's own text would put it into logs.
    @Override
    public String toString() {
        return "AccessKey[" + id + ", " + status() + ", of " + ownerId + "]";
    }
}
