package dev.rolecall.wire;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.PayloadTrait;

/// Renders S3's answers: headers, status and XML.
final class S3Writer {
    private static final int PARTIAL_CONTENT = 206;

    /// Where the service answers another status than its model says ("PutBucketPolicy",
    /// "PutBucketTagging": 204 No Content).
    private static final Map<String, Integer> STATUS =
            Map.of("PutBucketPolicy", 204, "PutBucketTagging", 204);

    private S3Writer() {}

    static HttpOut write(Operation operation, SdkPojo response, String requestId) {
        Map<String, String> headers = headers(response, requestId);
        byte[] body = body(operation, response, headers);
        boolean head = operation.method().equals("HEAD");
        if (!head) {
            headers.remove("Content-Length");
        }
        return HttpOut.of(status(operation, headers), headers, body);
    }

    static HttpOut write(
            Operation operation, SdkPojo response, String requestId, InputStream body) {
        Map<String, String> headers = headers(response, requestId);
        String length = headers.remove("Content-Length");
        if (length == null) {
            throw new IllegalArgumentException("a streamed response has a content length");
        }
        return new HttpOut(status(operation, headers), headers, Long.parseLong(length), body);
    }

    private static int status(Operation operation, Map<String, String> headers) {
        return headers.containsKey("Content-Range")
                ? PARTIAL_CONTENT
                : STATUS.getOrDefault(operation.name(), operation.status());
    }

    private static Map<String, String> headers(SdkPojo response, String requestId) {
        Map<String, String> headers = new LinkedHashMap<>(Ids.headers(AwsService.S3, requestId));
        for (SdkField<?> field : response.sdkFields()) {
            Object value = Pojos.value(field, response);
            if (value != null && field.location() == MarshallLocation.HEADER) {
                header(field, value, headers);
            }
        }
        return headers;
    }

    private static void header(SdkField<?> field, Object value, Map<String, String> headers) {
        String name = field.unmarshallLocationName();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, text) -> headers.put(name + key, HeaderText.of(text.toString())));
        } else {
            headers.putIfAbsent(name, HeaderText.of(Scalars.text(field, value, true)));
        }
    }

    private static byte[] body(Operation operation, SdkPojo response, Map<String, String> headers) {
        Optional<SdkField<?>> payload =
                response.sdkFields().stream()
                        .filter(field -> field.containsTrait(PayloadTrait.class))
                        .findFirst();
        if (payload.isPresent()) {
            return payload(operation, payload.get(), response, headers);
        }
        boolean message =
                response.sdkFields().stream()
                        .anyMatch(field -> field.location() == MarshallLocation.PAYLOAD);
        if (!message) {
            return new byte[0];
        }
        headers.put("Content-Type", "application/xml");
        return operation.name().equals("GetBucketLocation")
                ? location(response)
                : xml(operation, S3Roots.of(operation), response, operation.output());
    }

    private static byte[] payload(
            Operation operation, SdkField<?> field, SdkPojo response, Map<String, String> headers) {
        Object value = Pojos.value(field, response);
        if (value instanceof SdkPojo pojo) {
            headers.put("Content-Type", "application/xml");
            return xml(operation, field.unmarshallLocationName(), pojo, Optional.empty());
        }
        if (value == null) {
            return new byte[0];
        }
        headers.putIfAbsent("Content-Type", "application/json");
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] xml(
            Operation operation, String root, SdkPojo pojo, Optional<Shape> shape) {
        XmlText xml = XmlText.declared().start(root, S3Roots.NAMESPACE);
        new PojoXml(xml, operation).members(pojo, shape);
        return xml.end().bytes();
    }

    /// The constraint is the root itself, empty for us-east-1.
    private static byte[] location(SdkPojo response) {
        Object constraint = Pojos.value(response.sdkFields().getFirst(), response);
        return XmlText.declared()
                .start("LocationConstraint", S3Roots.NAMESPACE)
                .text(constraint == null ? "" : constraint.toString())
                .end()
                .bytes();
    }
}
