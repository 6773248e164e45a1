package dev.rolecall.s3;

import dev.rolecall.fault.S3Errors;
import dev.rolecall.fault.S3ObjectErrors;
import dev.rolecall.iam.Caller;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;

/// Begins and aborts multipart uploads ("Uploading and copying objects using multipart upload").
public final class Uploads {
    private static final int ID_LENGTH = 128;

    private final Store store;

    Uploads(Store store) {
        this.store = store;
    }

    public CreateMultipartUploadResponse createMultipartUpload(
            Caller caller, CreateMultipartUploadRequest request) {
        Bucket bucket = store.bucket(request);
        Upload upload = begun(bucket, caller, request, store.newId(ID_LENGTH), store.now());
        store.changeBucket(request, now -> now.with(upload));
        return answer(request, upload);
    }

    /// The upload that a request begins. Throws what is wrong with the request.
    static Upload begun(
            Bucket bucket,
            Caller caller,
            CreateMultipartUploadRequest request,
            String id,
            Instant now) {
        Describing.check(bucket, request.key(), request);
        Optional<ChecksumKind> checksum =
                Optional.ofNullable(request.checksumAlgorithmAsString())
                        .map(name -> Integrity.kind(name, "x-amz-checksum-algorithm"));
        return new Upload(
                id,
                request.key(),
                caller.principal().arn(),
                Acls.writer(bucket, caller, request),
                now,
                Describing.of(request, request.metadata()),
                Tags.ofHeader(request.tagging()),
                checksum,
                composite(request, checksum),
                identity(bucket.versions(request.key())),
                Map.of(),
                new Upload.End.Not());
    }

    private static CreateMultipartUploadResponse answer(
            CreateMultipartUploadRequest request, Upload upload) {
        CreateMultipartUploadResponse.Builder response =
                CreateMultipartUploadResponse.builder()
                        .bucket(request.bucket())
                        .key(request.key())
                        .uploadId(upload.id())
                        .serverSideEncryption(Encryption.AES);
        upload.checksum()
                .ifPresent(
                        kind -> response.checksumAlgorithm(kind.name()).checksumType(type(upload)));
        return response.build();
    }

    static String type(Upload upload) {
        return upload.composite() ? "COMPOSITE" : "FULL_OBJECT";
    }

    private static boolean composite(
            CreateMultipartUploadRequest request, Optional<ChecksumKind> checksum) {
        String type = request.checksumTypeAsString();
        if (checksum.isEmpty()) {
            if (type != null) {
                throw S3Errors.invalidRequest(
                        "The x-amz-checksum-type header can only be used with the"
                                + " x-amz-checksum-algorithm header.");
            }
            return false;
        }
        ChecksumKind kind = checksum.get();
        boolean alwaysWhole = kind == ChecksumKind.CRC64NVME;
        if (type == null) {
            return !alwaysWhole;
        }
        if (!type.equals("COMPOSITE") && !type.equals("FULL_OBJECT")) {
            throw S3ObjectErrors.invalidHeader("x-amz-checksum-type");
        }
        boolean composite = type.equals("COMPOSITE");
        if (composite ? alwaysWhole : !kind.linear()) {
            throw S3Errors.invalidRequest(
                    "The "
                            + type
                            + " checksum type cannot be used with the "
                            + kind.name().toLowerCase(Locale.ROOT)
                            + " checksum algorithm.");
        }
        return composite;
    }

    /// Tells the current version of a key from any other, to find out at completion whether it is
    /// still the same.
    static String identity(Versions versions) {
        return versions.current()
                .map(version ->
                        version.versionId()
                                + " "
                                + version.modified()
                                + version.asObject()
                                        .map(object -> " " + object.content().id())
                                        .orElse(""))
                .orElse("");
    }

    /// Aborting what has ended succeeds too, as long as the id is known.
    public AbortMultipartUploadResponse abortMultipartUpload(
            Caller caller, AbortMultipartUploadRequest request) {
        checkAbort(request);
        store.changeBucket(
                request,
                bucket -> {
                    Upload upload = known(bucket, request.key(), request.uploadId());
                    return upload.active()
                            ? bucket.with(upload.ended(new Upload.End.Aborted()))
                            : bucket;
                });
        return AbortMultipartUploadResponse.builder().build();
    }

    static void checkAbort(AbortMultipartUploadRequest request) {
        if (request.ifMatchInitiatedTime() != null) {
            // Directory buckets alone have this.
            throw S3Errors.notImplemented("x-amz-if-match-initiated-time");
        }
    }

    static Upload known(Bucket bucket, String key, String uploadId) {
        return bucket.upload(key, uploadId)
                .orElseThrow(() -> S3ObjectErrors.noSuchUpload(uploadId));
    }

    static Upload active(Bucket bucket, String key, String uploadId) {
        return bucket.upload(key, uploadId)
                .filter(Upload::active)
                .orElseThrow(() -> S3ObjectErrors.noSuchUpload(uploadId));
    }
}
