package dev.rolecall.cloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/// A request signed by hand, of which each part can be wrong ("Create a signed AWS API request").
/// Nothing here is the program's own code.
final class RawRequest {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final URI endpoint;
    private final Map<String, String> signed = new TreeMap<>();
    private final Map<String, String> unsigned = new LinkedHashMap<>();
    private final List<String> tokens = new ArrayList<>();
    private String service;
    private String region = "us-east-1";
    private String keyId;
    private String secret;
    private String method = "GET";
    private String path = "/";
    private String query = "";
    private String body = "";
    private Instant at = Instant.now();
    private String scopeDate = "";
    private String tamperedQuery = "";
    private boolean sign = true;

    RawRequest(URI endpoint, String service, AwsCredentials credentials) {
        this.endpoint = endpoint;
        this.service = service;
        this.keyId = credentials.accessKeyId();
        this.secret = credentials.secretAccessKey();
        if (credentials instanceof AwsSessionCredentials session) {
            tokens.add(session.sessionToken());
        }
    }

    RawRequest method(String value) {
        method = value;
        return this;
    }

    RawRequest path(String value) {
        path = value;
        return this;
    }

    /// Encoded, sorted by name.
    RawRequest query(String value) {
        query = value;
        return this;
    }

    /// An STS or IAM form.
    RawRequest form(String value) {
        method = "POST";
        body = value;
        signed.put("content-type", "application/x-www-form-urlencoded; charset=utf-8");
        return this;
    }

    RawRequest body(String value) {
        body = value;
        return this;
    }

    RawRequest signing(String header, String value) {
        signed.put(header, value);
        return this;
    }

    RawRequest unsigned(String header, String value) {
        unsigned.put(header, value);
        return this;
    }

    RawRequest token(String... values) {
        tokens.clear();
        tokens.addAll(List.of(values));
        return this;
    }

    String tokenText() {
        return tokens.getFirst();
    }

    RawRequest key(String id, String secretKey) {
        keyId = id;
        secret = secretKey;
        return this;
    }

    RawRequest secret(String value) {
        secret = value;
        return this;
    }

    RawRequest region(String value) {
        region = value;
        return this;
    }

    RawRequest service(String value) {
        service = value;
        return this;
    }

    RawRequest at(Instant value) {
        at = value;
        return this;
    }

    Instant time() {
        return at;
    }

    RawRequest scopeDate(String value) {
        scopeDate = value;
        return this;
    }

    RawRequest anonymous() {
        sign = false;
        return this;
    }

    /// Adds to the query string after it was signed.
    RawRequest tampered(String value) {
        tamperedQuery = value;
        return this;
    }

    RawAnswer send() {
        Map<String, String> headers = headers();
        headers.remove("host");
        return exchange(query, headers);
    }

    /// The request as it goes over a socket that is closed afterwards.
    String text() {
        StringBuilder head = new StringBuilder(method + " " + path);
        head.append(query.isEmpty() ? "" : "?" + query).append(" HTTP/1.1\r\n");
        Map<String, String> headers = headers();
        headers.put("connection", "close");
        headers.put(
                "content-length", Integer.toString(body.getBytes(StandardCharsets.UTF_8).length));
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").append(body).toString();
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>(signed);
        headers.put("host", endpoint.getAuthority());
        if (!sign) {
            return headers;
        }
        headers.put("x-amz-date", BASIC.format(at));
        if (service.equals("s3")) {
            headers.putIfAbsent("x-amz-content-sha256", Hand.hash(body));
        }
        if (!tokens.isEmpty()) {
            headers.put("x-amz-security-token", String.join(",", tokens));
        }
        String payload = headers.getOrDefault("x-amz-content-sha256", Hand.hash(body));
        String names = String.join(";", headers.keySet());
        String signature = signature(headers, query, payload);
        headers.put(
                "authorization",
                "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                        .formatted(keyId, scope(), names, signature));
        return headers;
    }

    /// Sends it presigned, as a URL that is good for some time.
    RawAnswer presigned(Duration validFor) {
        return sendQuery(presign(validFor));
    }

    /// The query string of a presigned URL.
    String presign(Duration validFor) {
        Map<String, String> headers = new TreeMap<>(signed);
        headers.put("host", endpoint.getAuthority());
        Map<String, String> parameters = new TreeMap<>();
        if (!query.isEmpty()) {
            for (String pair : query.split("&", -1)) {
                parameters.put(pair.split("=", 2)[0], pair.substring(pair.indexOf('=') + 1));
            }
        }
        parameters.put("X-Amz-Algorithm", "AWS4-HMAC-SHA256");
        parameters.put("X-Amz-Credential", Hand.encoded(keyId + "/" + scope()));
        parameters.put("X-Amz-Date", BASIC.format(at));
        parameters.put("X-Amz-Expires", Long.toString(validFor.toSeconds()));
        parameters.put("X-Amz-SignedHeaders", Hand.encoded(String.join(";", headers.keySet())));
        if (!tokens.isEmpty()) {
            parameters.put("X-Amz-Security-Token", Hand.encoded(tokens.getFirst()));
        }
        List<String> pairs = new ArrayList<>();
        parameters.forEach((name, value) -> pairs.add(name + "=" + value));
        String unsignedQuery = String.join("&", pairs);
        String payload = service.equals("s3") ? "UNSIGNED-PAYLOAD" : Hand.hash(body);
        String signature = signature(headers, unsignedQuery, payload);
        return unsignedQuery + "&X-Amz-Signature=" + signature;
    }

    /// Sends the query string of a presigned URL.
    RawAnswer sendQuery(String presignedQuery) {
        Map<String, String> headers = new TreeMap<>(signed);
        return exchange(presignedQuery, headers);
    }

    private String scope() {
        String date = scopeDate.isEmpty() ? BASIC.format(at).substring(0, 8) : scopeDate;
        return date + "/" + region + "/" + service + "/aws4_request";
    }

    private String signature(Map<String, String> headers, String signedQuery, String payload) {
        StringBuilder canonical =
                new StringBuilder(method + "\n" + path + "\n" + signedQuery + "\n");
        headers.forEach(
                (name, value) -> canonical.append(name).append(':').append(value).append('\n'));
        canonical
                .append('\n')
                .append(String.join(";", headers.keySet()))
                .append('\n')
                .append(payload);
        String toSign =
                "AWS4-HMAC-SHA256\n"
                        + BASIC.format(at)
                        + "\n"
                        + scope()
                        + "\n"
                        + Hand.hash(canonical.toString());
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : scope().split("/", -1)) {
            key = Hand.hmac(key, part);
        }
        return Hand.hex(Hand.hmac(key, toSign));
    }

    private RawAnswer exchange(String sentQuery, Map<String, String> headers) {
        String all = sentQuery + tamperedQuery;
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                        URI.create(endpoint + path + (all.isEmpty() ? "" : "?" + all)));
        headers.forEach(request::header);
        unsigned.forEach(request::header);
        request.method(
                method,
                body.isEmpty() && !method.equals("PUT")
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
        try {
            HttpResponse<String> response =
                    CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new RawAnswer(response.statusCode(), response.body(), response.headers().map());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
