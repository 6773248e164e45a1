package dev.rolecall.cloud;

import static dev.rolecall.cloud.Texts.allow;
import static dev.rolecall.cloud.Texts.grant;
import static dev.rolecall.cloud.Texts.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.guard.Recorded;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;

/// Nonsense over raw sockets: the cloud answers it or hangs up, never fails and never hangs.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FuzzTest {
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    /// Long enough for any answer; reached only by a connection that hangs.
    private static final int HANGS_MILLIS = 20_000;

    private static final List<String> PIECES =
            List.of(
                    "%",
                    "%00",
                    "%zz",
                    "%C3%28",
                    "&",
                    "=",
                    "?",
                    "/",
                    "//",
                    "..",
                    "+",
                    " ",
                    "\t",
                    "\"",
                    "'",
                    "<",
                    ">",
                    "</",
                    "<!DOCTYPE x>",
                    "&amp;",
                    "&x;",
                    "{",
                    "}",
                    "[",
                    "]",
                    "\r\n",
                    "\n",
                    "\0",
                    "-1",
                    "99999999999999999999",
                    "1e9",
                    "ä",
                    "漢",
                    "😀",
                    "${aws:username}",
                    "*",
                    "arn:aws:iam::111122223333:role/R",
                    "null",
                    "true",
                    ".member.1",
                    ".member.999999999",
                    "Action=",
                    "uploads",
                    "versionId=",
                    "acl",
                    "x".repeat(3000));

    @TempDir static Path bodies;
    private final Random random = new Random(SEED);
    private TestCloud cloud;

    @BeforeAll
    void start() {
        System.out.println("FuzzTest seed " + SEED);
        cloud = new TestCloud(bodies);
        cloud.admin().s3().createBucket(b -> b.bucket("box"));
        cloud.admin()
                .s3()
                .putObject(b -> b.bucket("box").key("k"), RequestBody.fromString("hello"));
    }

    @AfterAll
    void stop() {
        cloud.close();
    }

    /// What comes back until the server closes; empty if it only hangs up.
    private String talk(byte[] bytes) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), cloud.cloud().uri().getPort())) {
            socket.setSoTimeout(HANGS_MILLIS);
            try {
                socket.getOutputStream().write(bytes);
                socket.getOutputStream().flush();
                socket.shutdownOutput();
                byte[] answer = socket.getInputStream().readAllBytes();
                return new String(answer, StandardCharsets.ISO_8859_1);
            } catch (java.net.SocketTimeoutException e) {
                throw new AssertionError("the connection hangs", e);
            } catch (IOException e) {
                // It hung up while we were still sending.
                return "";
            }
        }
    }

    private void assertNoFailure(String request) throws IOException {
        assertNoFailure(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void assertNoFailure(byte[] request) throws IOException {
        String answer = talk(request);
        assertThat(answer)
                .as("seed %d:\n%s", SEED, new String(request, StandardCharsets.ISO_8859_1))
                .doesNotStartWith("HTTP/1.1 500");
        if (!cloud.bugs().isEmpty()) {
            throw new AssertionError(
                    "seed " + SEED + "\n" + new String(request, StandardCharsets.ISO_8859_1),
                    cloud.bugs().getFirst());
        }
    }

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

    private RawRequest listUsers() {
        return form("iam", "Action=ListUsers&Version=2010-05-08");
    }

    private RawRequest form(String service, String form) {
        return cloud.admin().raw(service).form(form);
    }

    private RawRequest xml(String method, String query, String body) {
        return cloud.admin().raw("s3").method(method).path("/box").query(query + "=").body(body);
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

    /// Signed after it was changed, so it reaches the readers of forms, XML and policies.
    @Test
    void aSignedFormMayHoldAnything() throws IOException {
        String document = URLEncoder.encode(allow("s3:*", "*"), StandardCharsets.UTF_8);
        List<String> forms =
                List.of(
                        "Action=CreateUser&Version=2010-05-08&UserName=N&Path=/a/"
                                + "&Tags.member.1.Key=a&Tags.member.1.Value=b",
                        "Action=CreatePolicy&Version=2010-05-08&PolicyName=P&PolicyDocument="
                                + document,
                        "Action=CreateRole&Version=2010-05-08&RoleName=R&AssumeRolePolicyDocument="
                                + document,
                        "Action=ListUsers&Version=2010-05-08&MaxItems=10&Marker=x&PathPrefix=/",
                        "Action=AttachUserPolicy&Version=2010-05-08&UserName=N&PolicyArn="
                                + "arn%3Aaws%3Aiam%3A%3Aaws%3Apolicy%2FReadOnlyAccess",
                        "Action=GetFederationToken&Version=2011-06-15&Name=fed&Policy=" + document);
        int before = cloud.cloud().trail().size();
        for (int i = 0; i < 1500; i++) {
            String form = forms.get(i % forms.size());
            String service = form.contains("2011") ? "sts" : "iam";
            assertNoFailure(utf8(form(service, mutated(form)).text()));
        }
        assertManyWereBelieved(before);
    }

    @Test
    void aSignedMessageMayHoldAnything() throws IOException {
        List<String[]> messages =
                List.of(
                        new String[] {
                            "PUT",
                            "policy",
                            policy(grant("Allow", Texts.ROOT, "s3:*", "arn:aws:s3:::box"))
                        },
                        new String[] {
                            "POST", "delete", "<Delete><Object><Key>n</Key></Object></Delete>"
                        },
                        new String[] {
                            "PUT",
                            "versioning",
                            "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>"
                        },
                        new String[] {
                            "PUT",
                            "tagging",
                            "<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>"
                        },
                        new String[] {
                            "PUT",
                            "ownershipControls",
                            "<OwnershipControls><Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule></OwnershipControls>"
                        },
                        new String[] {
                            "PUT",
                            "publicAccessBlock",
                            "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls></PublicAccessBlockConfiguration>"
                        });
        int before = cloud.cloud().trail().size();
        for (int i = 0; i < 1500; i++) {
            String[] message = messages.get(i % messages.size());
            String body = mutated(message[2]);
            RawRequest request =
                    xml(message[0], message[1], body).signing("content-md5", md5(body));
            assertNoFailure(utf8(request.text()));
        }
        assertManyWereBelieved(before);
    }

    /// Queries that the client encoded and sorted, with values that no client would send.
    @Test
    void aSignedQueryMayHoldAnything() throws IOException {
        List<String> names =
                List.of("continuation-token", "delimiter", "encoding-type", "max-keys", "prefix");
        int before = cloud.cloud().trail().size();
        for (int i = 0; i < 500; i++) {
            StringBuilder query = new StringBuilder();
            for (String name : names) {
                if (random.nextBoolean()) {
                    query.append(name).append('=').append(encoded(piece())).append('&');
                }
            }
            query.append("start-after=").append(encoded(piece()));
            RawRequest list = cloud.admin().raw("s3").path("/box").query("list-type=2&" + query);
            assertNoFailure(list.query(sorted("list-type=2&" + query)).text());
            RawRequest get = cloud.admin().raw("s3").path("/box/" + encoded(piece()));
            assertNoFailure(get.text());
            RawRequest copy =
                    cloud.admin()
                            .raw("s3")
                            .method("PUT")
                            .path("/box/c")
                            .signing("x-amz-copy-source", "box/" + encoded(piece()))
                            .signing("x-amz-tagging", encoded(piece()) + "=" + encoded(piece()));
            assertNoFailure(copy.text());
        }
        assertManyWereBelieved(before);
    }

    /// Depth is not a number of bytes: a short text can nest deeper than a stack.
    @Test
    void nestingHasAnEnd() throws IOException {
        String json = "[".repeat(100_000);
        assertNoFailure(
                form(
                                "iam",
                                "Action=CreatePolicy&Version=2010-05-08&PolicyName=P&PolicyDocument="
                                        + encoded(json))
                        .text());
        assertNoFailure(xml("PUT", "policy", "{\"a\":".repeat(100_000)).text());
        String tags = "<a>".repeat(100_000);
        assertNoFailure(xml("POST", "delete", tags).signing("content-md5", md5(tags)).text());
    }

    @Test
    void aFormMayBeAsLongAsAwsTakesOne() throws IOException {
        StringBuilder form = new StringBuilder("Action=CreateUser&Version=2010-05-08&UserName=N");
        for (int i = 1; form.length() < 9_900_000; i++) {
            form.append("&Tags.member.").append(i).append(".Key=k").append(i);
        }
        assertNoFailure(form("iam", form.toString()).text());
        assertThat(cloud.last().errorCode()).isNotEmpty();
        form.append("x".repeat(200_000));
        assertThat(talk(utf8(form("iam", form.toString()).text()))).startsWith("HTTP/1.1 413");
    }

    /// That signing anew is worth something: a good part got past its signature.
    private void assertManyWereBelieved(int before) {
        List<Recorded> requests = cloud.cloud().trail().requests();
        List<Recorded> since = requests.subList(before, requests.size());
        long believed = since.stream().filter(r -> !r.accessKeyId().isEmpty()).count();
        long disbelieved =
                since.stream().filter(r -> r.errorCode().equals("SignatureDoesNotMatch")).count();
        assertThat(believed).as("seed %d", SEED).isGreaterThan(since.size() / 4);
        assertThat(disbelieved).as("seed %d", SEED).isLessThan(since.size() / 4);
    }

    private String piece() {
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    /// One to four changes: something put in, taken out, doubled or exchanged.
    private String mutated(String text) {
        StringBuilder out = new StringBuilder(text);
        for (int n = 1 + random.nextInt(4); n > 0 && !out.isEmpty(); n--) {
            int at = random.nextInt(out.length());
            int end = Math.min(out.length(), at + 1 + random.nextInt(20));
            switch (random.nextInt(4)) {
                case 0 -> out.insert(at, piece());
                case 1 -> out.delete(at, end);
                case 2 -> out.insert(at, out.substring(at, end));
                default -> out.setCharAt(at, (char) random.nextInt(256));
            }
        }
        return out.toString();
    }

    private static String sorted(String query) {
        return String.join("&", java.util.Arrays.stream(query.split("&", -1)).sorted().toList());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String md5(String text) {
        try {
            return java.util.Base64.getEncoder()
                    .encodeToString(
                            java.security.MessageDigest.getInstance("MD5").digest(utf8(text)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
