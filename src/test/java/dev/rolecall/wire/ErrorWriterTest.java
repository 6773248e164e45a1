package dev.rolecall.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolecall.fault.AuthenticationErrors;
import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.ProtocolErrors;
import dev.rolecall.fault.S3AuthenticationErrors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.StsException;

/// The wire shapes of errors and answers (truth sheet §3.1).
class ErrorWriterTest {
    private static String text(HttpOut out) throws IOException {
        try (InputStream body = out.body()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String write(AwsService service, AwsError error) throws IOException {
        return text(ErrorWriter.write(service, error, "ID", false));
    }

    @Test
    void stsAndIamIndentAndNameTheSender() throws IOException {
        assertThat(write(AwsService.STS, AuthenticationErrors.expiredToken()))
                .isEqualTo(
                        """
                        <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
                          <Error>
                            <Type>Sender</Type>
                            <Code>ExpiredToken</Code>
                            <Message>The security token included in the request is expired</Message>
                          </Error>
                          <RequestId>ID</RequestId>
                        </ErrorResponse>
                        """);
        assertThat(write(AwsService.IAM, AuthenticationErrors.invalidClientTokenId()))
                .contains("https://iam.amazonaws.com/doc/2010-05-08/");
    }

    /// [O]
    @Test
    void anUnknownActionHasTheFaultNamespace() throws IOException {
        assertThat(write(AwsService.STS, ProtocolErrors.invalidAction("X", "2011-06-15")))
                .startsWith(
                        "<ErrorResponse xmlns=\"http://webservices.amazon.com/AWSFault/2005-15-09\">");
    }

    /// [O]
    @Test
    void malformedInputHasNoMessageElement() throws IOException {
        assertThat(write(AwsService.STS, ProtocolErrors.malformedInput()))
                .doesNotContain("<Message");
    }

    @Test
    void s3WritesOneLineWithItsDetails() throws IOException {
        AwsError error = S3AuthenticationErrors.wrongRegion(false, "eu-west-1", "us-east-1");
        HttpOut out = ErrorWriter.write(AwsService.S3, error, "0123456789ABCDEF", false);
        String hostId = out.headers().get("x-amz-id-2");
        assertThat(text(out))
                .isEqualTo(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                + "<Error><Code>AuthorizationHeaderMalformed</Code>"
                                + "<Message>The authorization header is malformed; the region"
                                + " 'eu-west-1' is wrong; expecting 'us-east-1'</Message>"
                                + "<Region>us-east-1</Region>"
                                + "<RequestId>0123456789ABCDEF</RequestId>"
                                + "<HostId>"
                                + hostId
                                + "</HostId></Error>");
        assertThat(out.headers()).containsEntry("x-amz-request-id", "0123456789ABCDEF");
        assertThat(hostId).hasSize(76);
    }

    @Test
    void aHeadHasNoBody() {
        AwsError error = S3AuthenticationErrors.requestNotYetValid();
        HttpOut out = ErrorWriter.write(AwsService.S3, error, "ID", true);
        assertThat(out.status()).isEqualTo(403);
        assertThat(out.length()).isZero();
    }

    @Test
    void tokensAreEchoedInOrder() {
        assertThat(S3AuthenticationErrors.expiredToken(List.of("a", "b")).details())
                .containsEntry("Token-0", "a")
                .containsEntry("Token-1", "b");
    }

    @Test
    void clocksAreNamedInBothForms() {
        Instant now = Instant.parse("2026-11-24T10:30:00Z");
        Instant then = Instant.parse("2026-11-24T10:00:00Z");
        assertThat(AuthenticationErrors.signatureExpired(then, now).message())
                .isEqualTo(
                        "Signature expired: 20261124T100000Z is now earlier than 20261124T101500Z"
                                + " (20261124T103000Z - 15 min.)");
        assertThat(S3AuthenticationErrors.requestTimeTooSkewed(then, now).details())
                .containsEntry("RequestTime", "20261124T100000Z")
                .containsEntry("ServerTime", "2026-11-24T10:30:00Z")
                .containsEntry("MaxAllowedSkewMilliseconds", "900000");
    }

    /// [O] The order of the elements is the model's.
    @Test
    void anAnswerHasAWsElementsInAwsOrder() throws IOException {
        GetCallerIdentityResponse response =
                GetCallerIdentityResponse.builder().userId("U").account("A").arn("R").build();
        Operation operation = Operation.named(AwsService.STS, "GetCallerIdentity").orElseThrow();
        HttpOut out = new Codec().write(operation, response, "ID");
        assertThat(text(out))
                .isEqualTo(
                        """
                        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
                          <GetCallerIdentityResult>
                            <Arn>R</Arn>
                            <UserId>U</UserId>
                            <Account>A</Account>
                          </GetCallerIdentityResult>
                          <ResponseMetadata>
                            <RequestId>ID</RequestId>
                          </ResponseMetadata>
                        </GetCallerIdentityResponse>
                        """);
        assertThat(out.headers()).containsEntry("x-amzn-RequestId", "ID");
    }

    @Test
    void theClientSeesCodeMessageAndRequestId() {
        try (Edge edge =
                        Edge.strict((routed, request, id) -> {
                            throw AuthenticationErrors.expiredToken();
                        });
                StsClient sts = Clients.sts(edge.uri())) {
            assertThatThrownBy(sts::getCallerIdentity)
                    .isInstanceOfSatisfying(
                            StsException.class,
                            e -> {
                                assertThat(e.statusCode()).isEqualTo(403);
                                assertThat(e.awsErrorDetails().errorCode())
                                        .isEqualTo("ExpiredToken");
                                assertThat(e.awsErrorDetails().errorMessage())
                                        .isEqualTo(
                                                "The security token included in the request is"
                                                        + " expired");
                                assertThat(e.requestId()).hasSize(36);
                            });
        }
    }
}
