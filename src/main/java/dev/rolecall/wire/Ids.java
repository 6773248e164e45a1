package dev.rolecall.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// The headers that name a request, and S3's host id.
final class Ids {
    private Ids() {}

    static Map<String, String> headers(AwsService service, String requestId) {
        Map<String, String> headers = new LinkedHashMap<>();
        switch (service) {
            case S3 -> {
                headers.put("x-amz-id-2", hostId(requestId));
                headers.put("x-amz-request-id", requestId);
                headers.put("Server", "AmazonS3");
            }
            case STS -> {
                headers.put("x-amzn-RequestId", requestId);
                headers.put("x-amz-sts-extended-request-id", hostId(requestId));
            }
            case IAM -> headers.put("x-amzn-RequestId", requestId);
        }
        return headers;
    }

    /// 76 characters that belong to the request id, as S3's do.
    static String hostId(String requestId) {
        byte[] digest = Hashes.sha("SHA-512", requestId.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(Arrays.copyOf(digest, 56));
    }
}
