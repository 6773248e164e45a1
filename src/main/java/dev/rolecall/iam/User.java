package dev.rolecall.iam;

import dev.rolecall.policy.Principal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// An IAM user ("IAM users").
///
/// @param boundary the ARN of the managed policy that is its permissions boundary
public record User(
        String account,
        String path,
        String name,
        String id,
        Instant created,
        Policies policies,
        Map<String, String> tags,
        Optional<String> boundary)
        implements Identity, Tagged, Bounded {

    public User {
        tags = Copies.inOrder(tags);
    }

    @Override
    public Kind kind() {
        return Kind.USER;
    }

    /// The user as policies see it.
    public Principal.User principal() {
        return new Principal.User(account, path, name, id);
    }

    public User named(String newPath, String newName) {
        return new User(account, newPath, newName, id, created, policies, tags, boundary);
    }

    @Override
    public User with(Policies policies) {
        return new User(account, path, name, id, created, policies, tags, boundary);
    }

    @Override
    public User withTags(Map<String, String> tags) {
        return new User(account, path, name, id, created, policies, tags, boundary);
    }

    @Override
    public User withBoundary(Optional<String> boundary) {
        return new User(account, path, name, id, created, policies, tags, boundary);
    }
}
