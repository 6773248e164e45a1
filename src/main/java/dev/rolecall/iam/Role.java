package dev.rolecall.iam;

import dev.rolecall.policy.PolicyDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// An IAM role ("IAM roles").
///
/// @param description empty if it has none
/// @param trust who may assume it, principals as unique ids
/// @param maxSessionSeconds 3600 to 43200
/// @param boundary the ARN of the managed policy that is its permissions boundary
/// @param lastUsed when a session of it last made a request, if ever
public record Role(
        String account,
        String path,
        String name,
        String id,
        Instant created,
        String description,
        PolicyDocument trust,
        int maxSessionSeconds,
        Policies policies,
        Map<String, String> tags,
        Optional<String> boundary,
        Optional<LastUsed> lastUsed)
        implements Identity, Tagged, Bounded {

    /// How long a session may last if the role does not say.
    public static final int DEFAULT_SESSION_SECONDS = 3600;

    public Role {
        tags = Copies.inOrder(tags);
    }

    /// The last use of a role or key.
    ///
    /// @param service `sts`, `s3` …; for a role not told
    public record LastUsed(Instant at, String service, String region) {
        private static final Duration GRAIN = Duration.ofMinutes(1);

        /// Whether this is worth noting after what was noted before.
        boolean adds(Optional<LastUsed> before) {
            return before.filter(b -> b.service.equals(service) && b.region.equals(region))
                    .filter(b -> Duration.between(b.at, at).abs().compareTo(GRAIN) < 0)
                    .isEmpty();
        }
    }

    @Override
    public Kind kind() {
        return Kind.ROLE;
    }

    /// How long a session of it may last.
    public Duration maxSession() {
        return Duration.ofSeconds(maxSessionSeconds);
    }

    public Role withTrust(PolicyDocument document) {
        return with(document, description, maxSessionSeconds, lastUsed);
    }

    public Role withSettings(String newDescription, int newMaxSessionSeconds) {
        return with(trust, newDescription, newMaxSessionSeconds, lastUsed);
    }

    Role used(LastUsed use) {
        return with(trust, description, maxSessionSeconds, Optional.of(use));
    }

    private Role with(
            PolicyDocument newTrust,
            String newDescription,
            int newMaxSessionSeconds,
            Optional<LastUsed> newLastUsed) {
        return new Role(
                account,
                path,
                name,
                id,
                created,
                newDescription,
                newTrust,
                newMaxSessionSeconds,
                policies,
                tags,
                boundary,
                newLastUsed);
    }

    @Override
    public Role with(Policies policies) {
        return with(policies, tags, boundary);
    }

    @Override
    public Role withTags(Map<String, String> tags) {
        return with(policies, tags, boundary);
    }

    @Override
    public Role withBoundary(Optional<String> boundary) {
        return with(policies, tags, boundary);
    }

    private Role with(
            Policies newPolicies, Map<String, String> newTags, Optional<String> newBoundary) {
        return new Role(
                account,
                path,
                name,
                id,
                created,
                description,
                trust,
                maxSessionSeconds,
                newPolicies,
                newTags,
                newBoundary,
                lastUsed);
    }
}
