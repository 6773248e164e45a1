package dev.rolecall.s3;

import dev.rolecall.policy.PolicyDocument;
import java.util.Map;
import java.util.Optional;

/// What is configured on a bucket.
///
/// @param ownership `BucketOwnerEnforced`, `BucketOwnerPreferred` or `ObjectWriter`; empty after
///   the controls were deleted
/// @param publicAccess empty after the configuration was deleted
/// @param policy as it was stored: principals are unique ids
/// @param tags empty if there is no tag set
public record Settings(
        Optional<String> ownership,
        Versioning versioning,
        Optional<PublicAccess> publicAccess,
        Optional<PolicyDocument> policy,
        Map<String, String> tags) {

    static final String ENFORCED = "BucketOwnerEnforced";

    public Settings {
        tags = Tags.copyOf(tags);
    }

    static Settings ofNew(String ownership, Map<String, String> tags) {
        return new Settings(
                Optional.of(ownership),
                Versioning.NEVER,
                Optional.of(PublicAccess.BLOCKED),
                Optional.empty(),
                tags);
    }

    Settings withOwnership(Optional<String> value) {
        return new Settings(value, versioning, publicAccess, policy, tags);
    }

    Settings withVersioning(Versioning value) {
        return new Settings(ownership, value, publicAccess, policy, tags);
    }

    Settings withPublicAccess(Optional<PublicAccess> value) {
        return new Settings(ownership, versioning, value, policy, tags);
    }

    Settings withPolicy(Optional<PolicyDocument> value) {
        return new Settings(ownership, versioning, publicAccess, value, tags);
    }

    Settings withTags(Map<String, String> value) {
        return new Settings(ownership, versioning, publicAccess, policy, value);
    }
}
