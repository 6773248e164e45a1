package dev.rolecall.localstack.s3;

import dev.rolecall.localstack.client.S3Unsigned;
import dev.rolecall.wire.Tally;
import java.util.Base64;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.sync.RequestBody;

/// Gives a body the checksum that its request names without a value: the client's came after the
/// body, and was verified there. The SDK leaves it to whoever signs, and nobody does.
final class S3Sums {
    private static final String ALGORITHM = "ChecksumAlgorithm";

    private S3Sums() {}

    /// What is sent in the end.
    record Sent(AwsRequest request, RequestBody body) {}

    static Sent of(AwsRequest request, S3Upload upload, long length) {
        Optional<String> algorithm =
                member(request, ALGORITHM)
                        .filter(name -> member(request, "Checksum" + name).isEmpty());
        if (algorithm.isEmpty()) {
            return new Sent(request, upload.isShort() ? upload.whole() : upload.streamed());
        }
        String name = algorithm.get();
        return upload.isShort()
                ? new Sent(valued(request, name, upload), upload.whole())
                : new Sent(
                        trailed(request, name, length), upload.streamed(name, () -> tally(name)));
    }

    private static Tally tally(String algorithm) {
        return Tally.named(algorithm).orElseThrow();
    }

    private static AwsRequest valued(AwsRequest request, String algorithm, S3Upload upload) {
        AwsRequest.Builder builder = request.toBuilder();
        String value = Base64.getEncoder().encodeToString(upload.digest(tally(algorithm)));
        for (SdkField<?> field : ((SdkPojo) builder).sdkFields()) {
            if (field.memberName().equals("Checksum" + algorithm)) {
                field.set(builder, value);
            }
        }
        return builder.build();
    }

    private static AwsRequest trailed(AwsRequest request, String algorithm, long length) {
        String header = S3Chunks.header(algorithm);
        AwsRequestOverrideConfiguration.Builder headers =
                AwsRequestOverrideConfiguration.builder()
                        .putHeader(S3Unsigned.HASH, "STREAMING-UNSIGNED-PAYLOAD-TRAILER")
                        .putHeader("x-amz-trailer", header)
                        .putHeader("x-amz-decoded-content-length", Long.toString(length));
        if (algorithm.equals("CRC32C")) {
            // LocalStack finds CRC32 in this name too, and takes it for two. With a header of its
            // own it does not look there, and the trailer's value takes the place of this one.
            headers.putHeader(header, "AAAAAA==");
        }
        AwsRequest.Builder builder = request.toBuilder().overrideConfiguration(headers.build());
        for (SdkField<?> field : ((SdkPojo) builder).sdkFields()) {
            if (field.memberName().equals("ContentLength")) {
                // The framed length is the body's own.
                field.set(builder, null);
            }
        }
        return builder.build();
    }

    private static Optional<String> member(SdkPojo request, String name) {
        for (SdkField<?> field : request.sdkFields()) {
            if (field.memberName().equals(name)) {
                return Optional.ofNullable(field.getValueOrDefault(request)).map(Object::toString);
            }
        }
        return Optional.empty();
    }
}
