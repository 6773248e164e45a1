package dev.rolecall.iam;

import dev.rolecall.policy.PolicyDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A managed policy with its versions ("Managed policies and inline policies", "Versioning IAM
/// policies").
///
/// @param account the owner, or `aws` for an AWS managed policy
/// @param description empty if it has none
/// @param versions oldest first
/// @param defaultVersion the id of the version that applies, such as `v2`
/// @param nextVersion the number that the next version gets; never used twice
public record ManagedPolicy(
        String account,
        String path,
        String name,
        String id,
        Instant created,
        Instant updated,
        String description,
        List<Version> versions,
        String defaultVersion,
        int nextVersion,
        Map<String, String> tags)
        implements Tagged {

    /// The account in the ARN of a policy that AWS manages.
    public static final String AWS = "aws";

    public ManagedPolicy {
        versions = List.copyOf(versions);
        tags = Copies.inOrder(tags);
    }

    /// One version of the document.
    ///
    /// @param id `v1`, `v2` …
    public record Version(String id, Instant created, PolicyDocument document) {}

    public String arn() {
        return "arn:aws:iam::" + account + ":policy" + path + name;
    }

    /// The document that applies.
    public PolicyDocument document() {
        return version(defaultVersion).orElseThrow().document();
    }

    public Optional<Version> version(String id) {
        return versions.stream().filter(v -> v.id().equals(id)).findFirst();
    }

    ManagedPolicy withVersion(PolicyDocument document, Instant at, boolean asDefault) {
        List<Version> more = new ArrayList<>(versions);
        Version added = new Version("v" + nextVersion, at, document);
        more.add(added);
        String applies = asDefault ? added.id() : defaultVersion;
        return with(at, more, applies, nextVersion + 1, tags);
    }

    ManagedPolicy withoutVersion(String id, Instant at) {
        List<Version> fewer = versions.stream().filter(v -> !v.id().equals(id)).toList();
        return with(at, fewer, defaultVersion, nextVersion, tags);
    }

    ManagedPolicy withDefault(String id, Instant at) {
        return with(at, versions, id, nextVersion, tags);
    }

    /// The policy with just these versions; the number of the next one does not fall.
    ///
    /// @param newVersions oldest first, at least one
    /// @param applies the id of one of them
    public ManagedPolicy withVersions(List<Version> newVersions, String applies) {
        int next = Integer.parseInt(newVersions.getLast().id().substring(1)) + 1;
        return with(updated, newVersions, applies, Math.max(next, nextVersion), tags);
    }

    @Override
    public ManagedPolicy withTags(Map<String, String> tags) {
        return with(updated, versions, defaultVersion, nextVersion, tags);
    }

    private ManagedPolicy with(
            Instant at,
            List<Version> newVersions,
            String applies,
            int next,
            Map<String, String> newTags) {
        return new ManagedPolicy(
                account,
                path,
                name,
                id,
                created,
                at,
                description,
                newVersions,
                applies,
                next,
                newTags);
    }
}
