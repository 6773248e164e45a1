package dev.rolecall.s3;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A multipart upload ("Uploading and copying objects using multipart upload").
///
/// @param initiator the ARN of who created it
/// @param writer the 12 digits of the initiator's account
/// @param started whole seconds
/// @param checksum the algorithm asked for, if one was
/// @param composite whether the checksum of the whole is made of those of the parts
/// @param replaces tells what the key held when the upload began
/// @param parts by number, in five digits
public record Upload(
        String id,
        String key,
        String initiator,
        String writer,
        Instant started,
        Description description,
        Map<String, String> tags,
        Optional<ChecksumKind> checksum,
        boolean composite,
        String replaces,
        Map<String, UploadedPart> parts,
        End end) {

    public Upload {
        tags = Tags.copyOf(tags);
        parts = Sorted.copyOf(parts);
    }

    /// Whether parts may still be added.
    public boolean active() {
        return end instanceof End.Not;
    }

    /// How an upload ended. It is remembered until its bucket is deleted, since a repeated
    /// completion or abort is answered like the first.
    public sealed interface End {
        /// It goes on.
        record Not() implements End {}

        record Aborted() implements End {}

        /// @param manifest the parts that were named
        /// @param made tells the object that came of it
        record Completed(String manifest, String made) implements End {}
    }

    /// @param etag the MD5 of the part, without quotes
    /// @param id names its file
    public record UploadedPart(
            int number,
            String id,
            long size,
            String etag,
            Instant modified,
            Optional<Checksum> checksum) {}

    Optional<UploadedPart> part(int number) {
        return Optional.ofNullable(parts.get(digits(number)));
    }

    Upload with(UploadedPart part) {
        return with(Sorted.copyOf(parts).with(digits(part.number()), part), end);
    }

    private static String digits(int number) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, 5 - digits.length())) + digits;
    }

    /// Ends the upload; its parts are let go.
    Upload ended(End how) {
        return with(Sorted.empty(), how);
    }

    private Upload with(Map<String, UploadedPart> newParts, End newEnd) {
        return new Upload(
                id,
                key,
                initiator,
                writer,
                started,
                description,
                tags,
                checksum,
                composite,
                replaces,
                newParts,
                newEnd);
    }
}
