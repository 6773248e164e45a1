package dev.rolecall.cloud;

import static dev.rolecall.cloud.Texts.ROOT;
import static dev.rolecall.cloud.Texts.allow;
import static dev.rolecall.cloud.Texts.trust;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/// Presigned URLs of S3, whose time is the lab's.
class PresignedTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir Path bodies;
    private TestCloud cloud;

    @BeforeEach
    void start() {
        cloud = new TestCloud(bodies);
        cloud.admin().s3().createBucket(b -> b.bucket("box"));
        cloud.admin()
                .s3()
                .putObject(b -> b.bucket("box").key("k"), RequestBody.fromString("hello"));
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    private URL url(TestCloud.Clients clients, Duration validFor) {
        return clients.presigner()
                .presignGetObject(p ->
                        p.signatureDuration(validFor)
                                .getObjectRequest(b -> b.bucket("box").key("k")))
                .url();
    }

    private static String fetch(URL url) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        if (connection.getResponseCode() == 200) {
            return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
        String body =
                new String(connection.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        int start = body.indexOf("<Message>") + "<Message>".length();
        return connection.getResponseCode()
                + " "
                + body.substring(start, body.indexOf("</Message>"));
    }

    private static RawRequest by(TestCloud.Clients clients) {
        return clients.raw("s3").path("/box/k");
    }

    @Test
    void whoHasTheUrlMayWhatItsMakerMay() throws IOException {
        assertThat(fetch(url(cloud.admin(), HOUR))).isEqualTo("hello");
        assertThat(cloud.last().principal().arn()).endsWith(":user/admin");
        assertThat(fetch(url(cloud.user("Nobody"), HOUR)))
                .startsWith("403 User: arn:aws:iam::111122223333:user/Nobody is not authorized");
    }

    @Test
    void aChangedUrlIsRefused() {
        assertThat(by(cloud.admin()).tampered("&response-content-type=x").presigned(HOUR).summary())
                .isEqualTo("403 SignatureDoesNotMatch");
        String query = by(cloud.admin()).presign(HOUR).replace("Expires=3600", "Expires=7200");
        assertThat(by(cloud.admin()).sendQuery(query).summary())
                .isEqualTo("403 SignatureDoesNotMatch");
    }

    @Test
    void aUrlEndsWhenTheLabsClockSaysSo() throws IOException {
        URL url = url(cloud.admin(), HOUR);
        cloud.clock().advance(Duration.ofMinutes(59));
        assertThat(fetch(url)).isEqualTo("hello");
        cloud.clock().advance(Duration.ofMinutes(2));
        assertThat(fetch(url)).isEqualTo("403 Request has expired");
        cloud.clock().settle();
        assertThat(fetch(url(cloud.admin(), HOUR))).isEqualTo("hello");
    }

    /// The date in a URL is in real time and in whole seconds; before and after cannot be confused
    /// by who waits for the clock to settle.
    @Test
    void aUrlMadeAfterAMoveCountsFromTheMove() throws IOException {
        for (int i = 0; i < 3; i++) {
            URL before = url(cloud.admin(), HOUR);
            cloud.clock().advance(Duration.ofHours(2));
            cloud.clock().settle();
            URL after = url(cloud.admin(), HOUR);
            assertThat(fetch(before)).isEqualTo("403 Request has expired");
            assertThat(fetch(after)).isEqualTo("hello");
        }
        cloud.clock().reset();
        cloud.clock().settle();
        assertThat(fetch(url(cloud.admin(), HOUR))).isEqualTo("hello");
    }

    @Test
    void anExpiredUrlSaysWhenItEndedByTheLabsClock() {
        String query = by(cloud.admin()).presign(Duration.ofMinutes(5));
        cloud.clock().advance(HOUR);
        RawAnswer answer = by(cloud.admin()).sendQuery(query);
        assertThat(answer.element("X-Amz-Expires")).isEqualTo("300");
        assertThat(Instant.parse(answer.element("ServerTime")))
                .isAfter(Instant.parse(answer.element("Expires")));
    }

    @Test
    void aUrlEndsWithTheSessionThatMadeItThoughItSaysMore() throws IOException {
        String role = cloud.role("R", trust(ROOT), allow("s3:*", "*"));
        URL url = url(cloud.assume(cloud.admin(), role), Duration.ofHours(12));
        assertThat(fetch(url)).isEqualTo("hello");
        cloud.clock().advance(Duration.ofMinutes(61));
        assertThat(fetch(url)).isEqualTo("400 The provided token has expired.");
    }

    @Test
    void theWindowHasLimits() {
        assertThat(by(cloud.admin()).presigned(Duration.ofDays(8)).summary())
                .isEqualTo("400 AuthorizationQueryParametersError");
        assertThat(by(cloud.admin()).presigned(Duration.ofSeconds(-1)).summary())
                .isEqualTo("400 AuthorizationQueryParametersError");
        assertThat(by(cloud.admin()).presigned(Duration.ZERO).message())
                .isEqualTo("Request has expired");
        assertThat(by(cloud.admin()).at(Instant.now().plus(HOUR)).presigned(HOUR).message())
                .isEqualTo("Request is not yet valid");
    }

    @Test
    void theScopeMustBeThisRegionAndS3() {
        RawAnswer region = by(cloud.admin()).region("eu-west-1").presigned(HOUR);
        assertThat(region.summary()).isEqualTo("400 AuthorizationQueryParametersError");
        assertThat(region.message())
                .isEqualTo(
                        "Error parsing the X-Amz-Credential parameter; the region 'eu-west-1' is"
                                + " wrong; expecting 'us-east-1'");
    }

    @Test
    void headersThatWereNotSignedAreRefused() {
        RawAnswer answer = by(cloud.admin()).unsigned("x-amz-acl", "public-read").presigned(HOUR);
        assertThat(answer.summary()).isEqualTo("403 AccessDenied");
        assertThat(answer.element("HeadersNotSigned")).isEqualTo("x-amz-acl");
        assertThat(by(cloud.admin()).unsigned("x-custom", "1").presigned(HOUR).status())
                .isEqualTo(200);
    }

    @Test
    void aUrlAndAnAuthorizationHeaderAreOneTooMany() {
        RawAnswer answer =
                by(cloud.admin()).unsigned("authorization", "AWS4-HMAC-SHA256 x").presigned(HOUR);
        assertThat(answer.summary()).isEqualTo("400 InvalidArgument");
    }
}
