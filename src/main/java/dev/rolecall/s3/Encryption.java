package dev.rolecall.s3;

import dev.rolecall.fault.S3Errors;
import dev.rolecall.iam.Caller;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.DeleteBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.EncryptionType;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionByDefault;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/// Encryption at rest: SSE-S3 always ("Setting default server-side encryption behavior"). KMS and
/// customer keys are refused, since there is no key service here.
public final class Encryption {
    static final String AES = "AES256";
    private static final String HEADER = "x-amz-server-side-encryption";

    private final Store store;

    Encryption(Store store) {
        this.store = store;
    }

    public GetBucketEncryptionResponse getBucketEncryption(
            Caller caller, GetBucketEncryptionRequest request) {
        store.bucket(request);
        ServerSideEncryptionByDefault aes =
                ServerSideEncryptionByDefault.builder()
                        .sseAlgorithm(ServerSideEncryption.AES256)
                        .build();
        ServerSideEncryptionRule rule =
                ServerSideEncryptionRule.builder()
                        .applyServerSideEncryptionByDefault(aes)
                        .bucketKeyEnabled(false)
                        // New buckets refuse customer keys, as of 2026.
                        .blockedEncryptionTypes(
                                blocked -> blocked.encryptionType(EncryptionType.SSE_C))
                        .build();
        return GetBucketEncryptionResponse.builder()
                .serverSideEncryptionConfiguration(
                        ServerSideEncryptionConfiguration.builder().rules(rule).build())
                .build();
    }

    public PutBucketEncryptionResponse putBucketEncryption(
            Caller caller, PutBucketEncryptionRequest request) {
        store.bucket(request);
        ServerSideEncryptionConfiguration asked = request.serverSideEncryptionConfiguration();
        List<ServerSideEncryptionRule> rules = asked == null ? List.of() : asked.rules();
        ServerSideEncryptionByDefault rule =
                rules.size() == 1 ? rules.getFirst().applyServerSideEncryptionByDefault() : null;
        if (rule == null || rule.sseAlgorithm() == null) {
            throw S3Errors.malformedXml();
        }
        if (rule.sseAlgorithm() != ServerSideEncryption.AES256) {
            throw S3Errors.notImplemented("SSEAlgorithm");
        }
        return PutBucketEncryptionResponse.builder().build();
    }

    /// Restores the default, which is what there is.
    public DeleteBucketEncryptionResponse deleteBucketEncryption(
            Caller caller, DeleteBucketEncryptionRequest request) {
        store.bucket(request);
        return DeleteBucketEncryptionResponse.builder().build();
    }

    /// Refuses, on any request about an object, the encryption that is not here.
    static void check(SdkPojo request) {
        if (Members.text(request, "SSECustomerAlgorithm").isPresent()
                || Members.text(request, "SSECustomerKey").isPresent()
                || Members.text(request, "CopySourceSSECustomerAlgorithm").isPresent()) {
            throw S3Errors.notImplemented(HEADER + "-customer-algorithm");
        }
        Optional<String> asked = Members.text(request, "ServerSideEncryption");
        if (asked.isEmpty() || asked.get().equals(AES)) {
            return;
        }
        throw asked.get().startsWith("aws:")
                ? S3Errors.notImplemented(HEADER)
                : S3Errors.invalidArgument(
                        "The encryption method specified is not supported", HEADER, asked.get());
    }
}
