package dev.rolecall.s3;

import dev.rolecall.fault.S3Errors;
import dev.rolecall.fault.S3ObjectErrors;
import dev.rolecall.wire.Tally;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/// The list of parts that a completion names, and its check against those that are there.
final class Manifest {
    private static final int MOST_PARTS = 10_000;
    private static final long LEAST_BYTES = 5L << 20;

    private final List<CompletedPart> named;

    private Manifest(List<CompletedPart> named) {
        this.named = named;
    }

    static Manifest of(CompleteMultipartUploadRequest request) {
        if (request.multipartUpload() == null) {
            throw S3Errors.invalidRequest("You must specify at least one part");
        }
        List<CompletedPart> named = request.multipartUpload().parts();
        boolean whole =
                named.stream().allMatch(part -> part.partNumber() != null && part.eTag() != null);
        if (named.isEmpty() || !whole) {
            throw S3Errors.malformedXml();
        }
        if (named.size() > MOST_PARTS) {
            throw S3Errors.invalidArgument(
                    "Part number must be an integer between 1 and 10000, inclusive",
                    "partNumber",
                    Integer.toString(named.size()));
        }
        return new Manifest(named);
    }

    /// One text for one manifest: a repeated completion is told by it.
    String text() {
        StringBuilder text = new StringBuilder();
        named.forEach(
                part -> text.append(part.partNumber()).append(' ').append(bare(part)).append('\n'));
        return text.toString();
    }

    /// The ETag of the whole: of the parts' sums, and how many there are. Empty where one of the
    /// named ones is none that S3 gives.
    String etag() {
        Tally sum = ChecksumKind.MD5.tally();
        try {
            for (CompletedPart part : named) {
                byte[] one = HexFormat.of().parseHex(bare(part));
                sum.update(one, 0, one.length);
            }
        } catch (IllegalArgumentException e) {
            return "";
        }
        return HexFormat.of().formatHex(sum.value()) + "-" + named.size();
    }

    private static String bare(CompletedPart part) {
        return part.eTag().replace("\"", "");
    }

    /// The parts in order, or what is wrong with the list.
    List<Upload.UploadedPart> parts(Upload upload) {
        List<Upload.UploadedPart> parts = new ArrayList<>();
        int before = 0;
        for (CompletedPart part : named) {
            if (part.partNumber() <= before) {
                throw S3ObjectErrors.invalidPartOrder(upload.id());
            }
            before = part.partNumber();
            parts.add(part(upload, part));
        }
        for (Upload.UploadedPart part : parts.subList(0, parts.size() - 1)) {
            if (part.size() < LEAST_BYTES) {
                throw S3ObjectErrors.entityTooSmall(part.size(), part.number(), part.etag());
            }
        }
        return parts;
    }

    private static Upload.UploadedPart part(Upload upload, CompletedPart asked) {
        Upload.UploadedPart part =
                upload.part(asked.partNumber())
                        .filter(there -> there.etag().equals(bare(asked)))
                        .orElseThrow(() ->
                                S3ObjectErrors.invalidPart(
                                        upload.id(), asked.partNumber(), bare(asked)));
        if (upload.composite()) {
            checkGiven(upload.checksum().orElseThrow(), asked);
        }
        for (ChecksumKind kind : ChecksumKind.values()) {
            Optional<String> given = Members.text(asked, kind.member());
            Optional<String> kept =
                    part.checksum().filter(sum -> sum.kind() == kind).map(Checksum::value);
            if (given.isPresent() && !given.equals(kept)) {
                throw S3ObjectErrors.invalidPart(upload.id(), asked.partNumber(), bare(asked));
            }
        }
        return part;
    }

    private static void checkGiven(ChecksumKind kind, CompletedPart asked) {
        if (Members.text(asked, kind.member()).isEmpty()) {
            throw S3Errors.invalidRequest(
                    "The upload was created using a "
                            + kind.name().toLowerCase(Locale.ROOT)
                            + " checksum. The complete request must include the checksum for each"
                            + " part. It was missing for part "
                            + asked.partNumber()
                            + " in the request.");
        }
    }
}
