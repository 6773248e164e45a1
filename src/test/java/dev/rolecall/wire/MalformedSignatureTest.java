package dev.rolecall.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rolecall.fault.AwsError;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The tables of malformed and doubtful signing (truth sheet §2.8).
class MalformedSignatureTest {
    private static final String GOOD =
            "AWS4-HMAC-SHA256 Credential=AKID/20261124/us-east-1/s3/aws4_request,"
                    + " SignedHeaders=host;x-amz-date, Signature=0";
    private static final String DATE = "20261124T100000Z";

    private static HttpIn in(String query, String... headers) {
        Map<String, List<String>> all = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.computeIfAbsent(headers[i], n -> new ArrayList<>()).add(headers[i + 1]);
        }
        return new HttpIn("GET", "/b/k", query, all, InputStream.nullInputStream(), "127.0.0.1");
    }

    private static HttpIn signed(String authorization) {
        return in(
                "",
                "authorization",
                authorization,
                "x-amz-date",
                DATE,
                "x-amz-content-sha256",
                "UNSIGNED-PAYLOAD");
    }

    private static AwsError refusal(HttpIn in, AwsService service) {
        AwsError error = catchThrowableOfType(AwsError.class, () -> SigV4.parse(in, service));
        assertThat(error).isNotNull();
        return error;
    }

    /// [P, O]
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Basic abc | 403 | MissingAuthenticationToken | Request is missing",
                "AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=0 | 400 |"
                        + " IncompleteSignature | exactly 5 slash-delimited elements",
                "AWS4-HMAC-SHA256 Credential=a/b/c/sts/aws4_request, SignedHeaders=host | 400 |"
                        + " IncompleteSignature | Authorization header requires 'Signature'",
                "AWS4-HMAC-SHA256 Credential=a/b/c/sts/aws4_request, SignedHeaders=x, Signature=0 |"
                        + " 403 | SignatureDoesNotMatch | 'Host' or ':authority' must be",
                "AWS4-HMAC-SHA512 Credential=a/b/c/sts/aws4_request, SignedHeaders=x, Signature=0 |"
                        + " 400 | IncompleteSignature | Unsupported AWS 'algorithm'",
            })
    void stsNamesTheDefect(String authorization, int status, String code, String text) {
        AwsError error = refusal(signed(authorization), AwsService.STS);
        assertThat(error.status()).isEqualTo(status);
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.message()).contains(text);
    }

    @Test
    void stsNeedsADateThatIsOne() {
        assertThat(refusal(in("", "authorization", GOOD), AwsService.STS).message())
                .startsWith(
                        "Authorization header requires existence of either a 'X-Amz-Date' or a"
                                + " 'Date' header. (Hashed with SHA-256 and encoded with Base64)"
                                + " Authorization=");
        HttpIn bad = in("", "authorization", GOOD, "x-amz-date", "yesterday");
        assertThat(refusal(bad, AwsService.STS).message())
                .startsWith("Date must be in ISO-8601 'basic format'. Got 'yesterday'.");
    }

    /// [O]
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Basic abc | 400 | InvalidArgument",
                "AWS4-HMAC-SHA512 Credential=a/b/c/s3/aws4_request | 400 | InvalidArgument",
                "AWS AKID:signature | 400 | InvalidRequest",
                "AWS4-HMAC-SHA256 Credential=a/b/c/s3/aws4_request, Signature=0 | 400 |"
                        + " AuthorizationHeaderMalformed",
                "AWS4-HMAC-SHA256 Credential=a/b/c/s3/aws4_request, SignedHeaders=, Signature=0 |"
                        + " 400 | AuthorizationHeaderMalformed",
                "AWS4-HMAC-SHA256 Credential=a/b/c/s3, SignedHeaders=host, Signature=0 | 400 |"
                        + " AuthorizationHeaderMalformed",
                "AWS4-HMAC-SHA256 Credential=a/b/c/s3/aws4_request, SignedHeaders=host,"
                        + " Signature=0, Extra=1 | 400 | AuthorizationHeaderMalformed",
                "AWS4-HMAC-SHA256 Credential=a/b/c/s3/aws4_request, SignedHeaders=host,"
                        + " Signature=0, Signature=1 | 400 | AuthorizationHeaderMalformed",
            })
    void s3NamesTheDefect(String authorization, int status, String code) {
        AwsError error = refusal(signed(authorization), AwsService.S3);
        assertThat(error.status()).isEqualTo(status);
        assertThat(error.code()).isEqualTo(code);
    }

    /// [O]
    @Test
    void anEmptyAuthorizationIsAnonymous() {
        assertThat(SigV4.parse(in("", "authorization", ""), AwsService.S3).kind())
                .isEqualTo(Signature.Kind.NONE);
    }

    /// [O]
    @Test
    void aDateWithoutASignatureIsRefused() {
        assertThat(refusal(in("", "x-amz-date", DATE), AwsService.S3).status()).isEqualTo(403);
    }

    /// [O]
    @Test
    void twoAuthorizationsAreNotImplemented() {
        HttpIn in = in("", "authorization", GOOD, "authorization", GOOD);
        AwsError error = refusal(in, AwsService.S3);
        assertThat(error.status()).isEqualTo(501);
        assertThat(error.details()).containsEntry("Header", "Authorization");
    }

    /// [O]
    @Test
    void aHeaderAndAPresignedQueryExcludeEachOther() {
        HttpIn in = in("X-Amz-Algorithm=AWS4-HMAC-SHA256", "authorization", GOOD);
        AwsError error = refusal(in, AwsService.S3);
        assertThat(error.code()).isEqualTo("InvalidArgument");
        assertThat(error.details())
                .containsEntry("ArgumentName", "Authorization")
                .containsEntry("ArgumentValue", GOOD);
    }

    /// [O]
    @Test
    void s3NeedsThePayloadHash() {
        HttpIn in = in("", "authorization", GOOD, "x-amz-date", DATE);
        assertThat(refusal(in, AwsService.S3).message())
                .isEqualTo("Missing required header for this request: x-amz-content-sha256");
    }

    /// [O]
    @Test
    void aDateAloneWillDoAndTheOwnHeaderWins() {
        String authorization = GOOD.replace("x-amz-date", "date");
        HttpIn only =
                in(
                        "",
                        "authorization",
                        authorization,
                        "date",
                        DATE,
                        "x-amz-content-sha256",
                        "UNSIGNED-PAYLOAD");
        assertThat(SigV4.parse(only, AwsService.S3).timestamp()).isEqualTo(DATE);
        HttpIn listed =
                in(
                        "",
                        "authorization",
                        GOOD,
                        "date",
                        DATE,
                        "x-amz-content-sha256",
                        "UNSIGNED-PAYLOAD");
        assertThat(refusal(listed, AwsService.S3).status()).isEqualTo(403);
    }

    private static String presigned(String expires) {
        return "X-Amz-Algorithm=AWS4-HMAC-SHA256"
                + "&X-Amz-Credential=AKID%2F20261124%2Fus-east-1%2Fs3%2Faws4_request"
                + "&X-Amz-Date="
                + DATE
                + "&X-Amz-SignedHeaders=host&X-Amz-Signature=0&X-Amz-Expires="
                + expires;
    }

    /// [L, O] aws-recorded 35.
    @ParameterizedTest
    @CsvSource({
        "604801, X-Amz-Expires must be less than a week",
        "-1, X-Amz-Expires must be non-negative",
        "soon, X-Amz-Expires should be a number",
        "'', Query-string authentication version 4 requires",
    })
    void aPresignedQueryLivesAWeekAtMost(String expires, String text) {
        AwsError error = refusal(in(presigned(expires)), AwsService.S3);
        assertThat(error.status()).isEqualTo(400);
        assertThat(error.code()).isEqualTo("AuthorizationQueryParametersError");
        assertThat(error.message()).startsWith(text);
    }

    /// [O] Of a repeated parameter the first counts.
    @Test
    void aPresignedQueryTellsItsEnd() {
        Signature signature = SigV4.parse(in(presigned("60") + "&X-Amz-Expires=70"), AwsService.S3);
        assertThat(signature.validFor()).contains(Duration.ofSeconds(60));
        assertThat(signature.expires()).contains(signature.signedAt().plusSeconds(60));
    }

    /// [L] A credential that was encoded twice.
    @Test
    void aCredentialEncodedTwiceIsMalformed() {
        AwsError error = refusal(in(presigned("60").replace("%2F", "%252F")), AwsService.S3);
        assertThat(error.message())
                .isEqualTo(
                        "Error parsing the X-Amz-Credential parameter; the Credential is"
                                + " mal-formed; expecting"
                                + " \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".");
    }

    /// [O] The signed header wins over the query; an unsigned one is named.
    @Test
    void aTokenInASignedHeaderWins() {
        String query =
                presigned("60")
                                .replace(
                                        "SignedHeaders=host",
                                        "SignedHeaders=host%3Bx-amz-security-token")
                        + "&X-Amz-Security-Token=query";
        HttpIn in = in(query, "x-amz-security-token", "header");
        assertThat(SigV4.parse(in, AwsService.S3).sessionToken()).contains("header");
        HttpIn unsigned =
                in(presigned("60") + "&X-Amz-Security-Token=query", "x-amz-security-token", "h");
        Signature signature = SigV4.parse(unsigned, AwsService.S3);
        assertThat(signature.sessionToken()).contains("query");
        assertThat(SigV4.headersNotSigned(unsigned, signature))
                .containsExactly("x-amz-security-token");
    }

    /// [O] The same token twice is one; two tokens are none that could be used.
    @Test
    void aRepeatedTokenIsOne() {
        HttpIn same =
                in(
                        "",
                        "authorization",
                        GOOD,
                        "x-amz-date",
                        DATE,
                        "x-amz-content-sha256",
                        "UNSIGNED-PAYLOAD",
                        "x-amz-security-token",
                        "t",
                        "x-amz-security-token",
                        "t");
        Signature signature = SigV4.parse(same, AwsService.S3);
        assertThat(signature.sessionTokens()).containsExactly("t", "t");
        assertThat(signature.sessionToken()).contains("t");
    }
}
