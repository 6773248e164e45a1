package dev.rolecall.localstack.s3;

import dev.rolecall.wire.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/// Clears away what is left of writes for which LocalStack's disk had no room. It writes the new
/// bytes of an object over the old ones as they come, and keeps the old one's size and ETag if
/// there is no room for all; of a new object it keeps what fitted, and nobody sees it.
final class S3Wrecks {
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;
    private static final int BUFFER = 64 * 1024;
    private static final String UNVERSIONED = "null";

    private final Set<Wreck> doubtful = ConcurrentHashMap.newKeySet();

    /// What may be damaged.
    ///
    /// @param part the upload's id and the part's number, if it is a part
    private record Wreck(S3Client client, String bucket, String key, List<String> part) {}

    boolean any() {
        return !doubtful.isEmpty();
    }

    /// The disk was full. What a copy has left is locked in LocalStack until it ends: whoever asks
    /// for it gets no answer, so it is not looked at.
    void full(S3Client client, SdkPojo request) {
        switch (request) {
            case PutObjectRequest r -> doubt(client, r.bucket(), r.key());
            case CompleteMultipartUploadRequest r -> doubt(client, r.bucket(), r.key());
            case UploadPartRequest r -> doubt(client, r);
            default -> {}
        }
    }

    private void doubt(S3Client client, String bucket, String key) {
        doubtful.add(new Wreck(client, bucket, key, List.of()));
    }

    private void doubt(S3Client client, UploadPartRequest r) {
        List<String> part = List.of(r.uploadId(), r.partNumber().toString());
        doubtful.add(new Wreck(client, r.bucket(), r.key(), part));
    }

    /// Looks at what is in doubt in a bucket, before anybody else does.
    void settle(String bucket) {
        doubtful.removeIf(wreck -> wreck.bucket().equals(bucket) && settled(wreck));
    }

    private static boolean settled(Wreck wreck) {
        try {
            if (wreck.part().isEmpty()) {
                object(wreck);
            } else {
                part(wreck, wreck.part().getFirst(), Integer.parseInt(wreck.part().getLast()));
            }
            return true;
        } catch (S3Exception e) {
            // Bucket or upload are gone, and what was in doubt with them.
            return e.statusCode() < SERVER_ERROR;
        } catch (SdkException e) {
            return false;
        }
    }

    private static void object(Wreck wreck) {
        Optional<String> version = version(wreck);
        if (version.isEmpty()) {
            free(wreck);
        } else if (version.get().equals(UNVERSIONED) && !whole(wreck)) {
            wreck.client()
                    .deleteObject(
                            b -> b.bucket(wreck.bucket()).key(wreck.key()).versionId(UNVERSIONED));
        }
    }

    /// Of the object that is to be seen, if one is.
    private static Optional<String> version(Wreck wreck) {
        try {
            HeadObjectResponse head =
                    wreck.client().headObject(b -> b.bucket(wreck.bucket()).key(wreck.key()));
            return Optional.of(Objects.requireNonNullElse(head.versionId(), UNVERSIONED));
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /// Whether the bytes are those that the ETag was computed of. Of an object that was uploaded in
    /// parts that can be said of their number only. There may come more bytes than LocalStack says,
    /// so the connection is ended before anybody takes them for another answer.
    private static boolean whole(Wreck wreck) {
        try (ResponseInputStream<GetObjectResponse> in =
                wreck.client().getObject(b -> b.bucket(wreck.bucket()).key(wreck.key()))) {
            try {
                return whole(in, in.response().contentLength(), in.response().eTag());
            } finally {
                in.abort();
            }
        } catch (SocketTimeoutException e) {
            throw SdkClientException.create("no answer", e);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean whole(InputStream in, long length, String etag) throws IOException {
        Tally sum = Tally.named("md5").orElseThrow();
        byte[] buffer = new byte[BUFFER];
        for (long left = length; left > 0; ) {
            int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (n < 0) {
                return false;
            }
            sum.update(buffer, 0, n);
            left -= n;
        }
        String tag = etag.replace("\"", "");
        return tag.contains("-") || tag.equals(HexFormat.of().formatHex(sum.value()));
    }

    /// Writes nothing over what nobody sees, and deletes it.
    private static void free(Wreck wreck) {
        S3Client s3 = wreck.client();
        if (s3.getBucketVersioning(b -> b.bucket(wreck.bucket())).status() == null) {
            s3.putObject(
                    b -> b.bucket(wreck.bucket()).key(wreck.key()).ifNoneMatch("*"),
                    RequestBody.empty());
            s3.deleteObject(b -> b.bucket(wreck.bucket()).key(wreck.key()));
        }
    }

    /// A part that was sent again, and of which LocalStack has half now, is made empty: whoever
    /// completes the upload with what there was is refused.
    private static void part(Wreck wreck, String upload, int number) {
        List<Part> there =
                wreck.client()
                        .listParts(b ->
                                b.bucket(wreck.bucket())
                                        .key(wreck.key())
                                        .uploadId(upload)
                                        .partNumberMarker(number - 1)
                                        .maxParts(1))
                        .parts();
        if (there.stream().anyMatch(part -> part.partNumber() == number)) {
            wreck.client()
                    .uploadPart(
                            b ->
                                    b.bucket(wreck.bucket())
                                            .key(wreck.key())
                                            .uploadId(upload)
                                            .partNumber(number),
                            RequestBody.empty());
        }
    }
}
