package dev.rolecall.s3;

import dev.rolecall.fault.S3Errors;
import dev.rolecall.fault.S3ObjectErrors;
import dev.rolecall.iam.Caller;
import dev.rolecall.wire.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;

/// Makes one object of the parts of a multipart upload ("CompleteMultipartUpload").
public final class UploadCompletions {
    private final Store store;

    UploadCompletions(Store store) {
        this.store = store;
    }

    public CompleteMultipartUploadResponse completeMultipartUpload(
            Caller caller, CompleteMultipartUploadRequest request) {
        Bucket bucket = store.bucket(request);
        Upload upload = Uploads.known(bucket, request.key(), request.uploadId());
        Manifest manifest = Manifest.of(request);
        Conditions.checkWriteForm(request);
        if (!upload.active()) {
            return answer(bucket, again(bucket, upload, manifest));
        }
        List<Upload.UploadedPart> parts = manifest.parts(upload);
        checkSize(request, parts);
        checkType(request, upload);
        ChecksumKind kind = upload.checksum().orElse(ChecksumKind.CRC64NVME);
        try (InputStream body = new Joined(store.bodies(), parts);
                Incoming incoming = store.bodies().receive(body, kind, Long.MAX_VALUE)) {
            Checksum checksum =
                    upload.composite()
                            ? composite(kind, parts)
                            : new Checksum(kind, false, incoming.sum());
            checkChecksum(request, checksum);
            Content content =
                    new Content(
                            incoming.id(),
                            incoming.size(),
                            etag(parts),
                            Optional.of(checksum),
                            parts.stream().map(UploadCompletions::part).toList());
            return store.change(old -> complete(old, request, incoming, content, manifest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Content.Part part(Upload.UploadedPart part) {
        return new Content.Part(part.number(), part.size(), part.checksum());
    }

    /// A repeated completion finds what the first one made, as long as that is there.
    private static StoredObject again(Bucket bucket, Upload upload, Manifest manifest) {
        if (upload.end() instanceof Upload.End.Completed(String done, String made)
                && done.equals(manifest.text())) {
            Optional<StoredObject> object =
                    bucket.versions(upload.key()).newestFirst().stream()
                            .flatMap(version -> version.asObject().stream())
                            .filter(version -> identity(version).equals(made))
                            .findFirst();
            if (object.isPresent()) {
                return object.get();
            }
        }
        throw S3ObjectErrors.noSuchUpload(upload.id());
    }

    private static String identity(StoredObject object) {
        return Uploads.identity(new Versions(List.of(object)));
    }

    private Store.Change<CompleteMultipartUploadResponse> complete(
            S3State old,
            CompleteMultipartUploadRequest request,
            Incoming incoming,
            Content content,
            Manifest manifest) {
        Bucket bucket = Store.bucket(old, request);
        // Looked up again: another completion, an abort or a new part may have come first.
        Upload upload = Uploads.active(bucket, request.key(), request.uploadId());
        manifest.parts(upload);
        Versions versions = bucket.versions(upload.key());
        Conditions.checkWrite(request, upload.key(), versions);
        Conditions.ofWrite(request)
                .filter(condition -> !Uploads.identity(versions).equals(upload.replaces()))
                .ifPresent(condition -> {
                    throw S3ObjectErrors.conflict(condition, upload.key());
                });
        StoredObject object =
                new Draft(content, upload.description(), upload.tags())
                        .in(bucket, upload.key(), upload.writer(), store);
        incoming.keep();
        Upload.End end = new Upload.End.Completed(manifest.text(), identity(object));
        return new Store.Change<>(
                old.with(bucket.with(upload.key(), versions.with(object)).with(upload.ended(end))),
                answer(bucket, object));
    }

    static CompleteMultipartUploadResponse answer(Bucket bucket, StoredObject object) {
        CompleteMultipartUploadResponse.Builder response =
                CompleteMultipartUploadResponse.builder()
                        .location(location(bucket.name(), object.key()))
                        .bucket(bucket.name())
                        .key(object.key())
                        .eTag(object.quotedETag())
                        .serverSideEncryption(Encryption.AES);
        object.content().checksum().ifPresent(sum -> Sums.set(response, sum));
        if (bucket.settings().versioning() == Versioning.ENABLED) {
            response.versionId(object.versionId());
        }
        return response.build();
    }

    static String location(String bucket, String key) {
        String encoded = URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
        return "https://" + bucket + ".s3.amazonaws.com/" + encoded;
    }

    /// The MD5 of the parts' MD5s, and their number.
    private static String etag(List<Upload.UploadedPart> parts) {
        Tally md5 = ChecksumKind.MD5.tally();
        parts.forEach(part -> update(md5, HexFormat.of().parseHex(part.etag())));
        return HexFormat.of().formatHex(md5.value()) + "-" + parts.size();
    }

    private static Checksum composite(ChecksumKind kind, List<Upload.UploadedPart> parts) {
        Tally sum = kind.tally();
        for (Upload.UploadedPart part : parts) {
            update(sum, Base64.getDecoder().decode(part.checksum().orElseThrow().value()));
        }
        String value = Base64.getEncoder().encodeToString(sum.value());
        return new Checksum(kind, true, value + "-" + parts.size());
    }

    private static void update(Tally sum, byte[] bytes) {
        sum.update(bytes, 0, bytes.length);
    }

    private static void checkSize(
            CompleteMultipartUploadRequest request, List<Upload.UploadedPart> parts) {
        long size = parts.stream().mapToLong(Upload.UploadedPart::size).sum();
        if (request.mpuObjectSize() != null && request.mpuObjectSize() != size) {
            throw S3Errors.invalidRequest(
                    "The provided 'x-amz-mp-object-size' header value "
                            + request.mpuObjectSize()
                            + " does not match what was computed: "
                            + size);
        }
    }

    static void checkType(CompleteMultipartUploadRequest request, Upload upload) {
        String type = request.checksumTypeAsString();
        if (type != null && upload.checksum().isPresent() && !type.equals(Uploads.type(upload))) {
            throw S3Errors.invalidRequest(
                    "The upload was created using the "
                            + Uploads.type(upload)
                            + " checksum mode. The complete request must use the same checksum"
                            + " mode.");
        }
    }

    /// A checksum of the whole may come without the number of parts.
    private static void checkChecksum(CompleteMultipartUploadRequest request, Checksum checksum) {
        Optional<String> given = Members.text(request, checksum.kind().member());
        String bare = checksum.value().replaceFirst("-\\d+$", "");
        if (given.isPresent()
                && !given.get().equals(checksum.value())
                && !given.get().equals(bare)) {
            throw S3ObjectErrors.checksumMismatch(checksum.kind().name());
        }
    }
}
