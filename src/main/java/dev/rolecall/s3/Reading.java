package dev.rolecall.s3;

import dev.rolecall.fault.S3Errors;
import dev.rolecall.fault.S3ObjectErrors;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/// What GetObject and HeadObject have in common: finding the object, its conditions, the stretch
/// that is asked for, and the headers that tell of it.
///
/// @param range the stretch asked for; empty for the whole
/// @param part the part asked for, of a multipart object
record Reading(
        Bucket bucket,
        StoredObject object,
        Optional<ByteRange> range,
        Optional<Content.Part> part,
        boolean withChecksum) {

    static Reading of(Bucket bucket, SdkPojo request, String method) {
        Encryption.check(request);
        StoredObject object =
                Lookup.object(
                        bucket, Members.key(request), Members.text(request, "VersionId"), method);
        Conditions.checkRead(request, object);
        Optional<String> header = Members.text(request, "Range");
        Optional<Integer> number = Members.value(request, "PartNumber", Integer.class);
        if (header.isPresent() && number.isPresent()) {
            throw S3Errors.invalidRequest(
                    "Cannot specify both Range header and partNumber query parameter.");
        }
        boolean withChecksum =
                Members.text(request, "ChecksumMode").filter("ENABLED"::equals).isPresent();
        Content content = object.content();
        if (number.isPresent()) {
            return ofPart(bucket, object, number.get(), withChecksum);
        }
        Optional<ByteRange> range = header.flatMap(text -> ByteRange.of(text, content.size()));
        return new Reading(bucket, object, range, Optional.empty(), withChecksum);
    }

    private static Reading ofPart(
            Bucket bucket, StoredObject object, int number, boolean withChecksum) {
        Content content = object.content();
        if (content.parts().isEmpty()) {
            if (number != 1) {
                throw S3ObjectErrors.invalidPartNumber(number, 1);
            }
            Optional<ByteRange> whole =
                    Optional.of(new ByteRange(0, content.size()))
                            .filter(range -> range.length() > 0);
            return new Reading(bucket, object, whole, Optional.empty(), withChecksum);
        }
        long first = 0;
        for (Content.Part part : content.parts()) {
            if (part.number() == number) {
                Optional<ByteRange> range = Optional.of(new ByteRange(first, part.size()));
                return new Reading(bucket, object, range, Optional.of(part), withChecksum);
            }
            first += part.size();
        }
        throw S3ObjectErrors.invalidPartNumber(number, content.parts().size());
    }

    /// The place of the first byte to send.
    long first() {
        return range.map(ByteRange::first).orElse(0L);
    }

    /// How many bytes to send.
    long length() {
        return range.map(ByteRange::length).orElse(object.content().size());
    }

    /// Fills the builder of a GetObjectResponse or a HeadObjectResponse.
    void describe(SdkPojo response) {
        Content content = object.content();
        Members.set(response, "AcceptRanges", "bytes");
        Members.set(response, "LastModified", object.modified());
        Members.set(response, "ContentLength", length());
        Members.set(response, "ETag", object.quotedETag());
        Members.set(response, "ServerSideEncryption", Encryption.AES);
        Members.set(response, "Metadata", object.description().metadata());
        object.description().headers().forEach((name, value) -> Members.set(response, name, value));
        object.description().expires().ifPresent(at -> Members.set(response, "Expires", at));
        range.ifPresent(r -> Members.set(response, "ContentRange", r.contentRange(content.size())));
        Lookup.shownId(bucket, object).ifPresent(id -> Members.set(response, "VersionId", id));
        if (!object.description().storageClass().equals(Describing.STANDARD)) {
            Members.set(response, "StorageClass", object.description().storageClass());
        }
        if (!object.tags().isEmpty()) {
            Members.set(response, "TagCount", object.tags().size());
        }
        part.ifPresent(p -> Members.set(response, "PartsCount", content.parts().size()));
        checksum().ifPresent(sum -> Sums.set(response, sum));
    }

    /// The checksum of what is sent. One of the whole says nothing of a stretch.
    private Optional<Checksum> checksum() {
        if (!withChecksum) {
            return Optional.empty();
        }
        if (part.isPresent()) {
            return part.get().checksum();
        }
        boolean whole = length() == object.content().size();
        return whole ? object.content().checksum() : Optional.empty();
    }

    /// Archived bytes cannot be read before they are restored, which is not built.
    void checkReadable() {
        String storageClass = object.description().storageClass();
        if (List.of("GLACIER", "DEEP_ARCHIVE").contains(storageClass)) {
            throw S3ObjectErrors.invalidObjectState(storageClass);
        }
    }
}
