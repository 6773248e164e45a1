package dev.rolecall.s3;

import dev.rolecall.fault.S3Errors;
import dev.rolecall.fault.S3ObjectErrors;
import dev.rolecall.iam.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.CopyPartResult;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;
import software.amazon.awssdk.services.s3.model.UploadPartCopyResponse;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/// Takes the parts of multipart uploads ("UploadPart", "UploadPartCopy"). A part replaces an
/// earlier one of its number once it is there whole.
public final class UploadParts {
    private static final int MOST_PARTS = 10_000;

    private final Store store;

    UploadParts(Store store) {
        this.store = store;
    }

    public UploadPartResponse uploadPart(
            Caller caller, UploadPartRequest request, InputStream body) {
        Integrity integrity = form(upload(store.bucket(request), request), request);
        boolean told = integrity.asked().isPresent();
        try (Incoming incoming =
                store.bodies().receive(body, integrity.kind(), ObjectWrites.MOST_BYTES)) {
            Checksum checksum = integrity.verify(incoming);
            Upload.UploadedPart part =
                    keep(request, request.partNumber(), incoming, told, checksum);
            UploadPartResponse.Builder response =
                    UploadPartResponse.builder()
                            .eTag("\"" + part.etag() + "\"")
                            .serverSideEncryption(Encryption.AES);
            part.checksum().ifPresent(sum -> Sums.setValue(response, sum));
            return response.build();
        }
    }

    public UploadPartCopyResponse uploadPartCopy(Caller caller, UploadPartCopyRequest request) {
        Upload upload = upload(store.bucket(request), request);
        Optional<CopyRange> asked = checkCopy(request);
        Source source = Source.of(store.state(), request);
        Content content = source.object().content();
        ByteRange range =
                asked.map(r -> r.within(content.size())).orElse(new ByteRange(0, content.size()));
        ChecksumKind kind = upload.checksum().orElse(ChecksumKind.CRC64NVME);
        try (InputStream body = store.bodies().open(content.id(), range.first(), range.length());
                Incoming incoming = store.bodies().receive(body, kind, ObjectWrites.MOST_BYTES)) {
            Checksum checksum = new Checksum(kind, false, incoming.sum());
            boolean told = upload.checksum().isPresent();
            Upload.UploadedPart part =
                    keep(request, request.partNumber(), incoming, told, checksum);
            return answer(source, part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a request says of its part before the body is read.
    static Integrity form(Upload upload, UploadPartRequest request) {
        checkNumber(request.partNumber());
        Encryption.check(request);
        Integrity integrity = Integrity.of(request);
        checkKind(upload, integrity.asked());
        return integrity;
    }

    static void checkCopyForm(UploadPartCopyRequest request) {
        checkCopy(request);
        CopySource.parse(Members.text(request, "CopySource").orElse(""));
    }

    private static Optional<CopyRange> checkCopy(UploadPartCopyRequest request) {
        checkNumber(request.partNumber());
        Encryption.check(request);
        return Optional.ofNullable(request.copySourceRange()).map(CopyRange::parse);
    }

    private static UploadPartCopyResponse answer(Source source, Upload.UploadedPart part) {
        CopyPartResult.Builder result =
                CopyPartResult.builder()
                        .eTag("\"" + part.etag() + "\"")
                        .lastModified(part.modified());
        part.checksum().ifPresent(sum -> Sums.setValue(result, sum));
        UploadPartCopyResponse.Builder response =
                UploadPartCopyResponse.builder()
                        .copyPartResult(result.build())
                        .serverSideEncryption(Encryption.AES);
        source.shownId().ifPresent(response::copySourceVersionId);
        return response.build();
    }

    private static Upload upload(Bucket bucket, SdkPojo request) {
        return Uploads.active(
                bucket, Members.key(request), Members.text(request, "UploadId").orElse(""));
    }

    private static void checkNumber(int number) {
        if (number < 1 || number > MOST_PARTS) {
            throw S3Errors.invalidArgument(
                    "Part number must be an integer between 1 and 10000, inclusive",
                    "partNumber",
                    Integer.toString(number));
        }
    }

    /// An upload that was begun with an algorithm wants it of every part.
    private static void checkKind(Upload upload, Optional<ChecksumKind> asked) {
        if (upload.checksum().isPresent() && !upload.checksum().equals(asked)) {
            throw S3ObjectErrors.checksumKindMismatch(name(upload.checksum()), name(asked));
        }
    }

    private static String name(Optional<ChecksumKind> kind) {
        return kind.map(k -> k.name().toLowerCase(Locale.ROOT)).orElse("null");
    }

    private Upload.UploadedPart keep(
            SdkPojo request, int number, Incoming incoming, boolean told, Checksum checksum) {
        Upload.UploadedPart part =
                new Upload.UploadedPart(
                        number,
                        incoming.id(),
                        incoming.size(),
                        incoming.etag(),
                        store.now(),
                        told ? Optional.of(checksum) : Optional.empty());
        store.changeBucket(
                request,
                bucket -> {
                    Upload upload = upload(bucket, request);
                    incoming.keep();
                    return bucket.with(upload.with(part));
                });
        return part;
    }

    /// The header `x-amz-copy-source-range`, which is stricter than `Range`.
    private record CopyRange(long first, long last, String text) {

        static CopyRange parse(String text) {
            String[] ends = text.startsWith("bytes=") ? text.substring(6).split("-", -1) : null;
            if (ends == null || ends.length != 2 || !number(ends[0]) || !number(ends[1])) {
                throw malformed(text);
            }
            long first = Long.parseLong(ends[0]);
            long last = Long.parseLong(ends[1]);
            if (last < first) {
                throw malformed(text);
            }
            return new CopyRange(first, last, text);
        }

        private static boolean number(String text) {
            return !text.isEmpty()
                    && text.length() <= 18
                    && text.chars().allMatch(c -> c >= '0' && c <= '9');
        }

        private static RuntimeException malformed(String text) {
            return S3Errors.invalidArgument(
                    "The x-amz-copy-source-range value must be of the form bytes=first-last where"
                            + " first and last are the zero-based offsets of the first and last"
                            + " bytes to copy",
                    "x-amz-copy-source-range",
                    text);
        }

        ByteRange within(long size) {
            if (last >= size) {
                throw S3Errors.invalidArgument(
                        "Range specified is not valid for source object of size: " + size,
                        "x-amz-copy-source-range",
                        text);
            }
            return new ByteRange(first, last - first + 1);
        }
    }
}
