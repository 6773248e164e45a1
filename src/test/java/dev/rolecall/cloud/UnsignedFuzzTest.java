package dev.rolecall.cloud;

import static dev.rolecall.cloud.Texts.grant;
import static dev.rolecall.cloud.Texts.policy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nonsense that nobody signed, or that was changed after it was signed.
class UnsignedFuzzTest extends Fuzz {
    @Test
    void randomBytesAreNoRequest() throws IOException {
        for (int i = 0; i < 300; i++) {
            byte[] bytes = new byte[random.nextInt(2000)];
            random.nextBytes(bytes);
            assertNoFailure(bytes);
        }
    }

    @Test
    void aRequestMayEndAnywhere() throws IOException {
        String request = listUsers().text();
        for (int end = 0; end < request.length(); end += 3) {
            assertNoFailure(request.substring(0, end));
        }
        String put = xml("PUT", "policy", policy(grant("Allow", "*", "s3:*", "*"))).text();
        for (int end = 0; end < put.length(); end += 3) {
            assertNoFailure(put.substring(0, end));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FOO",
                "get",
                "OPTIONS",
                "TRACE",
                "CONNECT",
                "PATCH",
                "PROPFIND",
                "G:T",
                "-",
                "ÄÖ",
                "DELETE",
                "HEAD",
                "POST",
                "PUT"
            })
    void aMethodMayBeOdd(String method) throws IOException {
        for (String path : List.of("/", "/box", "/box/k", "*", "", "http://x/box/k", "/box?acl")) {
            for (String version : List.of("HTTP/1.1", "HTTP/1.0", "HTTP/9.9", "")) {
                assertNoFailure(
                        method
                                + " "
                                + path
                                + " "
                                + version
                                + "\r\nHost: h\r\nConnection: close\r\n\r\n");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content-length: -1",
                "content-length: 99999999999999999999",
                "content-length: x",
                "content-length: 5\r\ncontent-length: 6",
                "transfer-encoding: chunked",
                "transfer-encoding: gzip",
                "transfer-encoding: chunked\r\ncontent-length: 3",
                "content-encoding: aws-chunked\r\nx-amz-decoded-content-length: 5"
                        + "\r\nx-amz-content-sha256: STREAMING-UNSIGNED-PAYLOAD-TRAILER",
                "x-amz-content-sha256: x",
                "expect: 100-continue",
                "expect: other",
                "authorization: ",
                "authorization: AWS4-HMAC-SHA256",
                "authorization: AWS4-HMAC-SHA256 Credential=////, SignedHeaders=;;;, Signature==",
                "authorization: Basic eA==",
                "authorization: AWS a:b",
                "range: bytes=-",
                "range: bytes=9999999999999999999-",
                "if-modified-since: yesterday",
                "x-amz-copy-source: %",
                "x-amz-copy-source: /",
                "x-amz-date: x",
            })
    void aHeaderMayBeOdd(String header) throws IOException {
        for (String start : List.of("PUT /box/k", "POST /", "GET /box/k", "POST /box?delete")) {
            assertNoFailure(
                    start
                            + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n"
                            + header
                            + "\r\n\r\nhello");
        }
    }

    /// Not signed anew, so most end at the signature: what comes before it must bear anything.
    @Test
    void aValidRequestMayBeChangedOnItsWay() throws IOException {
        List<String> valid =
                List.of(
                        listUsers().text(),
                        form("sts", "Action=GetCallerIdentity&Version=2011-06-15").text(),
                        cloud.admin().raw("s3").path("/box/k").text(),
                        cloud.admin().raw("s3").path("/box").query("list-type=2").text(),
                        cloud.admin().raw("s3").method("PUT").path("/box/n").body("hello").text(),
                        "GET /box/k?"
                                + cloud.admin()
                                        .raw("s3")
                                        .path("/box/k")
                                        .presign(java.time.Duration.ofHours(1))
                                + " HTTP/1.1\r\nhost: "
                                + cloud.cloud().uri().getAuthority()
                                + "\r\nconnection: close\r\n\r\n");
        for (int i = 0; i < 3000; i++) {
            assertNoFailure(mutated(valid.get(i % valid.size())));
        }
    }
}
