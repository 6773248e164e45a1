package dev.rolecall.s3;

import dev.rolecall.fault.S3Errors;
import dev.rolecall.fault.S3ObjectErrors;
import dev.rolecall.iam.Caller;
import dev.rolecall.wire.Tally;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectResult;

/// Copies objects ("CopyObject"). Source and copy share the bytes.
public final class ObjectCopies {
    private final Store store;

    ObjectCopies(Store store) {
        this.store = store;
    }

    public CopyObjectResponse copyObject(Caller caller, CopyObjectRequest request) {
        Bucket target = store.bucket(request);
        String key = Members.key(request);
        checkForm(target, request);
        boolean newMetadata = replaces(request, "MetadataDirective", "metadata");
        boolean newTags = replaces(request, "TaggingDirective", "tagging");
        Source source = Source.of(store.state(), request);
        if (source.object().content().size() > ObjectWrites.MOST_BYTES) {
            throw S3ObjectErrors.copySourceTooLarge(ObjectWrites.MOST_BYTES);
        }
        if (!newMetadata && source.is(target.name(), key) && changesNothing(request)) {
            throw S3ObjectErrors.copyOntoItself();
        }
        Draft draft =
                new Draft(
                        content(source.object().content(), request),
                        newMetadata
                                ? Describing.of(request, request.metadata())
                                : kept(source.object().description(), request),
                        newTags ? Tags.ofHeader(request.tagging()) : source.object().tags());
        return store.change(old -> copy(old, caller, request, source, draft));
    }

    private Store.Change<CopyObjectResponse> copy(
            S3State old, Caller caller, CopyObjectRequest request, Source source, Draft draft) {
        Bucket bucket = Store.bucket(old, request);
        String key = Members.key(request);
        Versions versions = bucket.versions(key);
        Conditions.checkWrite(request, key, versions);
        if (!store.bodies().has(draft.content().id())) {
            // Deleted and swept away meanwhile.
            throw S3ObjectErrors.noSuchKey(source.object().key());
        }
        StoredObject copy = draft.in(bucket, key, Acls.writer(bucket, caller, request), store);
        return new Store.Change<>(
                old.with(bucket.with(key, versions.with(copy))), answer(bucket, source, copy));
    }

    /// Checks what needs no object to be looked at.
    static void checkForm(Bucket target, CopyObjectRequest request) {
        Describing.check(target, Members.key(request), request);
        Conditions.checkWriteForm(request);
        replaces(request, "MetadataDirective", "metadata");
        replaces(request, "TaggingDirective", "tagging");
        CopySource.parse(Members.text(request, "CopySource").orElse(""));
        Describing.of(request, request.metadata());
        Tags.ofHeader(request.tagging());
        asked(request);
    }

    private static Optional<ChecksumKind> asked(CopyObjectRequest request) {
        return Members.text(request, "ChecksumAlgorithm")
                .map(name -> Integrity.kind(name, "x-amz-checksum-algorithm"));
    }

    private static boolean replaces(CopyObjectRequest request, String member, String name) {
        String directive = Members.text(request, member).orElse("COPY");
        if (!directive.equals("COPY") && !directive.equals("REPLACE")) {
            throw S3Errors.invalidArgument(
                    "Unknown " + name + " directive.", "x-amz-" + name + "-directive", directive);
        }
        return directive.equals("REPLACE");
    }

    private static boolean changesNothing(CopyObjectRequest request) {
        return request.storageClassAsString() == null
                && request.serverSideEncryptionAsString() == null
                && request.websiteRedirectLocation() == null;
    }

    /// The storage class is never copied, and neither is the redirect ("CopyObject").
    private static Description kept(Description source, CopyObjectRequest request) {
        Map<String, String> headers = new LinkedHashMap<>(source.headers());
        headers.remove("WebsiteRedirectLocation");
        Optional.ofNullable(request.websiteRedirectLocation())
                .ifPresent(redirect -> headers.put("WebsiteRedirectLocation", redirect));
        return new Description(
                headers,
                source.expires(),
                source.metadata(),
                Describing.storageClass(request).orElse(Describing.STANDARD));
    }

    /// A copy is one piece, however its source came: what parts it had and what was made of them is
    /// computed anew.
    private Content content(Content source, CopyObjectRequest request) {
        Optional<ChecksumKind> asked = asked(request);
        Optional<ChecksumKind> had = source.checksum().map(Checksum::kind);
        ChecksumKind kind = asked.or(() -> had).orElse(ChecksumKind.CRC64NVME);
        boolean same = source.parts().isEmpty() && had.equals(Optional.of(kind));
        if (same) {
            return source;
        }
        Tally md5 = ChecksumKind.MD5.tally();
        Tally sum = kind.tally();
        store.bodies().digest(source.id(), List.of(md5, sum));
        String value = Base64.getEncoder().encodeToString(sum.value());
        return new Content(
                source.id(),
                source.size(),
                HexFormat.of().formatHex(md5.value()),
                Optional.of(new Checksum(kind, false, value)),
                List.of());
    }

    private static CopyObjectResponse answer(Bucket bucket, Source source, StoredObject copy) {
        CopyObjectResult.Builder result =
                CopyObjectResult.builder().eTag(copy.quotedETag()).lastModified(copy.modified());
        copy.content().checksum().ifPresent(sum -> Sums.set(result, sum));
        CopyObjectResponse.Builder response =
                CopyObjectResponse.builder()
                        .copyObjectResult(result.build())
                        .serverSideEncryption(Encryption.AES);
        Lookup.shownId(bucket, copy).ifPresent(response::versionId);
        source.shownId().ifPresent(response::copySourceVersionId);
        return response.build();
    }
}
