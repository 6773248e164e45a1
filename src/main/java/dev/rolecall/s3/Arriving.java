package dev.rolecall.s3;

import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectResult;
import software.amazon.awssdk.services.s3.model.EncryptionType;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/// Answers of the container as AWS gives them, where it leaves something out that is known, or adds
/// something.
final class Arriving {
    private Arriving() {}

    static Object of(Object answer) {
        return switch (answer) {
            case CopyObjectResponse r when r.copyObjectResult() != null ->
                    r.toBuilder().copyObjectResult(typed(r.copyObjectResult())).build();
            // As after a PutObject, a version without an id is not named.
            case CompleteMultipartUploadResponse r when Version.NULL.equals(r.versionId()) ->
                    r.toBuilder().versionId(null).build();
            case ListMultipartUploadsResponse r when r.prefix() == null ->
                    r.toBuilder().prefix("").build();
            case GetBucketEncryptionResponse r -> encryption(r);
            default -> answer;
        };
    }

    /// With the type of its checksum: one that is made of parts' sums says how many they were.
    private static CopyObjectResult typed(CopyObjectResult result) {
        Optional<String> sum =
                Stream.of(ChecksumKind.values())
                        .flatMap(kind -> Members.text(result, kind.member()).stream())
                        .findFirst();
        if (sum.isEmpty() || result.checksumType() != null) {
            return result;
        }
        boolean composite = sum.get().contains("-");
        return result.copy(
                r -> r.checksumType(composite ? ChecksumType.COMPOSITE : ChecksumType.FULL_OBJECT));
    }

    /// Customer keys are refused here, whatever the bucket.
    private static GetBucketEncryptionResponse encryption(GetBucketEncryptionResponse answer) {
        return answer.copy(r ->
                r.serverSideEncryptionConfiguration(
                        answer.serverSideEncryptionConfiguration()
                                .copy(c ->
                                        c.rules(
                                                answer
                                                        .serverSideEncryptionConfiguration()
                                                        .rules()
                                                        .stream()
                                                        .map(Arriving::blocking)
                                                        .toList()))));
    }

    private static ServerSideEncryptionRule blocking(ServerSideEncryptionRule rule) {
        return rule.blockedEncryptionTypes() != null
                ? rule
                : rule.copy(
                        r -> r.blockedEncryptionTypes(b -> b.encryptionType(EncryptionType.SSE_C)));
    }
}
