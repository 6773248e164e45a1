package dev.rolecall.s3;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A bucket with all that is in it.
///
/// @param account the 12 digits of the account that owns it
/// @param region where it lies, such as `us-east-1`
/// @param created when it was made
/// @param objects every key that has a version or a delete marker, in the order of lists
/// @param uploads multipart uploads, by upload id; those that ended too
public record Bucket(
        String name,
        String account,
        String region,
        Instant created,
        Settings settings,
        Map<String, Versions> objects,
        Map<String, Upload> uploads) {

    public Bucket {
        objects = Sorted.copyOf(objects);
        uploads = Sorted.copyOf(uploads);
    }

    /// The ARN of the bucket.
    public String arn() {
        return "arn:aws:s3:::" + name;
    }

    /// Block Public Access as it is in force.
    public PublicAccess publicAccess() {
        return settings.publicAccess().orElse(PublicAccess.OPEN);
    }

    /// Whether ACLs are off and every object belongs to the bucket's owner.
    public boolean ownerEnforced() {
        return settings.ownership().filter(Settings.ENFORCED::equals).isPresent();
    }

    /// The account that owns a version: its writer's, or the bucket's where ACLs are off.
    public String owner(Version version) {
        return ownerEnforced() ? account : version.writer();
    }

    /// The object that a request without a version id reads; empty if there is none or its newest
    /// version is a delete marker.
    public Optional<StoredObject> object(String key) {
        return versions(key).object();
    }

    /// The object of a version id; empty if there is none or it is a delete marker.
    public Optional<StoredObject> object(String key, String versionId) {
        return versions(key).find(versionId).flatMap(Version::asObject);
    }

    /// The multipart upload of this id, active or ended, if it belongs to this key.
    public Optional<Upload> upload(String key, String uploadId) {
        return Optional.ofNullable(uploads.get(uploadId))
                .filter(upload -> upload.key().equals(key));
    }

    Versions versions(String key) {
        Versions found = objects.get(key);
        return found == null ? Versions.NONE : found;
    }

    Bucket with(Settings value) {
        return new Bucket(name, account, region, created, value, objects, uploads);
    }

    Bucket with(Map<String, Versions> all) {
        return new Bucket(name, account, region, created, settings, all, uploads);
    }

    Bucket with(String key, Versions versions) {
        Sorted<Versions> sorted = Sorted.copyOf(objects);
        return new Bucket(
                name,
                account,
                region,
                created,
                settings,
                versions.newestFirst().isEmpty() ? sorted.without(key) : sorted.with(key, versions),
                uploads);
    }

    Bucket with(Upload upload) {
        return new Bucket(
                name,
                account,
                region,
                created,
                settings,
                objects,
                Sorted.copyOf(uploads).with(upload.id(), upload));
    }
}
