package dev.rolecall.s3;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All versions of one key.
///
/// @param newestFirst the first is the current one
public record Versions(List<Version> newestFirst) {
    static final Versions NONE = new Versions(List.of());

    public Versions {
        newestFirst = List.copyOf(newestFirst);
    }

    /// The current version, which may be a delete marker.
    public Optional<Version> current() {
        return newestFirst.isEmpty() ? Optional.empty() : Optional.of(newestFirst.getFirst());
    }

    /// The current version, if it is an object.
    public Optional<StoredObject> object() {
        return current().flatMap(Version::asObject);
    }

    public Optional<Version> find(String versionId) {
        return newestFirst.stream().filter(v -> v.versionId().equals(versionId)).findFirst();
    }

    /// Adds a version on top. One id names one version: a new `null` version drops the old.
    Versions with(Version version) {
        List<Version> list = new ArrayList<>();
        list.add(version);
        list.addAll(without(version.versionId()).newestFirst);
        return new Versions(list);
    }

    Versions without(String versionId) {
        return new Versions(
                newestFirst.stream().filter(v -> !v.versionId().equals(versionId)).toList());
    }

    /// Puts another record in the place of the version with the same id.
    Versions replace(Version version) {
        return new Versions(
                newestFirst.stream()
                        .map(v -> v.versionId().equals(version.versionId()) ? version : v)
                        .toList());
    }
}
