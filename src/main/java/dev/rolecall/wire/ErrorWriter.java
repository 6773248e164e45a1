package dev.rolecall.wire;

import dev.rolecall.fault.AwsError;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Errors as each service renders them ("Error responses").
public final class ErrorWriter {
    private static final String FAULT = "http://webservices.amazon.com/AWSFault/2005-15-09";

    private ErrorWriter() {}

    /// Errors of these operations come without an XML declaration, as observed (truth sheet §3.1).
    private static final Set<String> UNDECLARED =
            Set.of("CompleteMultipartUpload", "UploadPartCopy");

    /// And these, where they say MalformedXML.
    private static final Set<String> UNDECLARED_MALFORMED =
            Set.of("DeleteObjects", "PutBucketOwnershipControls");

    /// Renders an error of a request whose operation may be known.
    public static HttpOut write(Routed routed, AwsError error, String requestId) {
        boolean declared = routed.known().map(o -> declared(o.name(), error)).orElse(true);
        return write(
                routed.service(), error, requestId, routed.in().method().equals("HEAD"), declared);
    }

    /// @param head whether the request was a HEAD, whose answer has no body
    public static HttpOut write(
            AwsService service, AwsError error, String requestId, boolean head) {
        return write(service, error, requestId, head, true);
    }

    private static boolean declared(String operation, AwsError error) {
        return !UNDECLARED.contains(operation)
                && !(UNDECLARED_MALFORMED.contains(operation)
                        && error.code().equals("MalformedXML"));
    }

    private static HttpOut write(
            AwsService service, AwsError error, String requestId, boolean head, boolean declared) {
        if (error.code().isEmpty()) {
            // The front end itself: no code, no body, no request id.
            return HttpOut.of(error.status(), error.details(), new byte[0]);
        }
        Map<String, String> headers = new LinkedHashMap<>(Ids.headers(service, requestId));
        headers.put("Content-Type", service == AwsService.S3 ? "application/xml" : "text/xml");
        return HttpOut.of(
                error.status(),
                headers,
                head ? new byte[0] : body(service, error, requestId, declared));
    }

    private static byte[] body(
            AwsService service, AwsError error, String requestId, boolean declared) {
        if (service == AwsService.S3) {
            return s3(error, requestId, declared ? XmlText.declared() : XmlText.undeclared());
        }
        return error.code().equals("UnknownOperationException")
                ? "<UnknownOperationException/>\n".getBytes(StandardCharsets.UTF_8)
                : query(service, error, requestId);
    }

    private static byte[] s3(AwsError error, String requestId, XmlText xml) {
        xml.start("Error").element("Code", error.code());
        if (!error.message().isEmpty()) {
            xml.element("Message", error.message());
        }
        error.details().forEach(xml::element);
        return xml.element("RequestId", requestId)
                .element("HostId", Ids.hostId(requestId))
                .end()
                .bytes();
    }

    private static byte[] query(AwsService service, AwsError error, String requestId) {
        String namespace =
                error.code().equals("InvalidAction") ? FAULT : ServiceModel.of(service).namespace();
        XmlText xml =
                XmlText.indented()
                        .start("ErrorResponse", Map.of("xmlns", namespace))
                        .start("Error")
                        .element("Type", error.status() < 500 ? "Sender" : "Receiver")
                        .element("Code", error.code());
        if (!error.message().isEmpty()) {
            xml.element("Message", error.message());
        }
        return xml.end().element("RequestId", requestId).end().bytes();
    }
}
