package dev.rolecall.cloud;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/// A request whose bytes are made once and sent often; its signature is good for 15 minutes.
record Prepared(String name, String service, SdkHttpMethod method, String path, byte[] body) {
    static Prepared put(String name, String path, byte[] body) {
        return new Prepared(name, "s3", SdkHttpMethod.PUT, path, body);
    }

    static Prepared get(String name, String path) {
        return new Prepared(name, "s3", SdkHttpMethod.GET, path, new byte[0]);
    }

    static Prepared form(String name, String form) {
        return new Prepared(
                name, "sts", SdkHttpMethod.POST, "/", form.getBytes(StandardCharsets.UTF_8));
    }

    byte[] signed(URI server, AwsBasicCredentials credentials) {
        SdkHttpRequest.Builder unsigned =
                SdkHttpRequest.builder()
                        .uri(server.resolve(path))
                        .method(method)
                        .putHeader("Content-Length", Integer.toString(body.length));
        if (service.equals("sts")) {
            unsigned.putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
        }
        SignedRequest signed =
                AwsV4HttpSigner.create()
                        .sign(r ->
                                r.identity(credentials)
                                        .request(unsigned.build())
                                        .payload(ContentStreamProvider.fromByteArray(body))
                                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                                        .putProperty(
                                                AwsV4HttpSigner.DOUBLE_URL_ENCODE,
                                                !service.equals("s3")));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        for (Map.Entry<String, List<String>> header : signed.request().headers().entrySet()) {
            head.append(header.getKey()).append(": ").append(header.getValue().getFirst());
            head.append("\r\n");
        }
        bytes.writeBytes(Load.bytes(head + "\r\n"));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }
}
