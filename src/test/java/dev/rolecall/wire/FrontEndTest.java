package dev.rolecall.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rolecall.fault.AwsError;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkPojo;

/// What AWS's front end refuses, in AWS's words (truth sheet §2.2, §3.3.1).
class FrontEndTest {
    private static final String ROLE = "arn:aws:iam::111122223333:role/demo";
    private static final String PREFIX = "1 validation error detected: ";

    static HttpIn form(Map<String, String> parameters) {
        String body =
                parameters.entrySet().stream()
                        .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                        .collect(Collectors.joining("&"));
        return new HttpIn(
                "POST",
                "/",
                "",
                Map.of("content-type", List.of("application/x-www-form-urlencoded; charset=utf-8")),
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
                "127.0.0.1");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpIn call(String action, Map<String, String> parameters) {
        boolean iam = Operation.named(AwsService.IAM, action).isPresent();
        Map<String, String> all = new java.util.LinkedHashMap<>();
        all.put("Action", action);
        all.put("Version", iam ? "2010-05-08" : "2011-06-15");
        all.putAll(parameters);
        return form(all);
    }

    private static void check(HttpIn in) {
        Routed routed = Router.route(in);
        SdkPojo request = new Codec().read(routed);
        FrontEnd.check(routed.operation(), routed, request);
    }

    private static AwsError refusal(String action, Map<String, String> parameters) {
        AwsError error =
                catchThrowableOfType(AwsError.class, () -> check(call(action, parameters)));
        assertThat(error).as("%s %s", action, parameters).isNotNull();
        return error;
    }

    private static AwsError assumeRole(String name, String value) {
        Map<String, String> parameters = new java.util.LinkedHashMap<>();
        parameters.put("RoleArn", ROLE);
        parameters.put("RoleSessionName", "session");
        parameters.put(name, value);
        return refusal("AssumeRole", parameters);
    }

    /// [L, O]
    @Test
    void stsEchoesTheValue() {
        assertThat(assumeRole("RoleSessionName", "Session1:2").message())
                .isEqualTo(
                        PREFIX
                                + "Value 'Session1:2' at 'roleSessionName' failed to satisfy"
                                + " constraint: Member must satisfy regular expression pattern:"
                                + " [\\w+=,.@-]*");
        assertThat(assumeRole("RoleSessionName", "a").message())
                .isEqualTo(
                        PREFIX
                                + "Value 'a' at 'roleSessionName' failed to satisfy constraint:"
                                + " Member must have length greater than or equal to 2");
        assertThat(assumeRole("DurationSeconds", "899").message())
                .isEqualTo(
                        PREFIX
                                + "Value '899' at 'durationSeconds' failed to satisfy constraint:"
                                + " Member must have value greater than or equal to 900");
    }

    /// [L, O]
    @Test
    void aMissingStsMemberIsNull() {
        AwsError error = refusal("AssumeRole", Map.of("RoleSessionName", "session"));
        assertThat(error.code()).isEqualTo("ValidationError");
        assertThat(error.status()).isEqualTo(400);
        assertThat(error.message())
                .isEqualTo(
                        PREFIX
                                + "Value null at 'roleArn' failed to satisfy constraint: Member"
                                + " must not be null");
    }

    /// [O] An empty string is a value: two rules broken for the ARN, one for the name.
    @Test
    void anEmptyStringIsAValue() {
        assertThat(assumeRole("RoleArn", "").message())
                .startsWith("2 validation errors detected: ")
                .contains("length greater than or equal to 20", "regular expression");
        assertThat(assumeRole("RoleSessionName", "").message())
                .startsWith(PREFIX)
                .contains("length greater than or equal to 2");
    }

    /// [O, 2026-07-19] The model says 64.
    @Test
    void sourceIdentityMayHave256Characters() {
        assertThatCode(() ->
                        check(
                                call(
                                        "AssumeRole",
                                        Map.of(
                                                "RoleArn",
                                                ROLE,
                                                "RoleSessionName",
                                                "session",
                                                "SourceIdentity",
                                                "s".repeat(256)))))
                .doesNotThrowAnyException();
        assertThat(assumeRole("SourceIdentity", "s".repeat(257)).message())
                .endsWith("Member must have length less than or equal to 256");
    }

    /// [F]
    @Test
    void aSessionPolicyHasAtMost2048Characters() {
        assertThat(assumeRole("Policy", "x".repeat(2049)).message())
                .contains("at 'policy'")
                .endsWith("Member must have length less than or equal to 2048");
    }

    /// [O] Lengths count code points, and supplementary characters fail the pattern all the same.
    @Test
    void supplementaryCharactersFailTheArnPattern() {
        assertThat(assumeRole("RoleArn", ROLE + "😀").message())
                .startsWith(PREFIX)
                .endsWith("\\u10000-\\u10FFFF]+");
    }

    /// [L] aws-recorded 1 and 2.
    @ParameterizedTest
    @CsvSource({
        "nothing-valid-in-here",
        "arn:a:a::aaaaaaaaaa:",
        "arn:a::::something/test-role",
        "arn::b:::something/test-role",
        "arn:a:::something/test-role",
    })
    void aRoleArnThatIsNoneIsInvalid(String arn) {
        assertThat(assumeRole("RoleArn", arn).message()).isEqualTo(arn + " is invalid");
    }

    /// [O]
    @ParameterizedTest
    @CsvSource({"'', missing value for decimal type", "abc, ''", "1.5, ''", "99999999999, ''"})
    void aDurationThatIsNoNumberIsMalformedInput(String duration, String message) {
        AwsError error = assumeRole("DurationSeconds", duration);
        assertThat(error.code()).isEqualTo("MalformedInput");
        assertThat(error.message()).isEqualTo(message);
    }

    /// [O]
    @ParameterizedTest
    @CsvSource({"+900", "0900"})
    void oddNumbersAreNumbers(String duration) {
        assertThatCode(() -> check(call("GetSessionToken", Map.of("DurationSeconds", duration))))
                .doesNotThrowAnyException();
    }

    /// [O] Of a repeated parameter the first counts; unknown ones are ignored.
    @Test
    void theFirstOfARepeatedParameterCounts() {
        HttpIn in =
                new HttpIn(
                        "GET",
                        "/",
                        "Action=GetSessionToken&Version=2011-06-15&DurationSeconds=900"
                                + "&DurationSeconds=1&Nonsense=1",
                        Map.of(),
                        java.io.InputStream.nullInputStream(),
                        "127.0.0.1");
        assertThatCode(() -> check(in)).doesNotThrowAnyException();
    }

    @Test
    void aTagsMemberIsNamedByItsPath() {
        Map<String, String> parameters =
                Map.of(
                        "RoleArn", ROLE,
                        "RoleSessionName", "session",
                        "Tags.member.1.Key", "a*b",
                        "Tags.member.1.Value", "v");
        assertThat(refusal("AssumeRole", parameters).message())
                .startsWith(PREFIX + "Value 'a*b' at 'tags.1.member.key' failed");
    }

    /// [P]
    @Test
    void webIdentityLeavesOutTheSecretValues() {
        Map<String, String> parameters =
                Map.of("RoleArn", ROLE, "RoleSessionName", "session", "WebIdentityToken", "x");
        assertThat(refusal("AssumeRoleWithWebIdentity", parameters).message())
                .isEqualTo(
                        PREFIX
                                + "Value at 'webIdentityToken' failed to satisfy constraint: Member"
                                + " must have length greater than or equal to 4");
    }

    /// [L 2025-03]
    @Test
    void iamDoesNotEchoTheValue() {
        assertThat(refusal("CreateUser", Map.of("UserName", "u".repeat(65))).message())
                .isEqualTo(
                        PREFIX
                                + "Value at 'userName' failed to satisfy constraint: Member must"
                                + " have length less than or equal to 64");
        assertThat(refusal("CreateUser", Map.of()).message())
                .isEqualTo(
                        PREFIX
                                + "Value at 'userName' failed to satisfy constraint: Member must"
                                + " not be null");
        Map<String, String> status = Map.of("AccessKeyId", "A".repeat(20), "Status", "x");
        assertThat(refusal("UpdateAccessKey", status).message())
                .isEqualTo(
                        PREFIX
                                + "Value at 'status' failed to satisfy constraint: Member must"
                                + " satisfy enum value set");
    }

    /// [P]
    @Test
    void iamHasItsOwnTextsForNamesAndPaths() {
        assertThat(refusal("CreateUser", Map.of("UserName", "a b")).message())
                .isEqualTo(
                        "The specified value for userName is invalid. It must contain only"
                                + " alphanumeric characters and/or the following: +=,.@_-");
        assertThat(refusal("CreateUser", Map.of("UserName", "a", "Path", "x")).message())
                .startsWith(
                        "The specified value for path is invalid. It must begin and end with /");
        assertThat(refusal("ListUsers", Map.of("PathPrefix", "x")).message())
                .startsWith("The specified value for pathPrefix is invalid.");
        Map<String, String> policy =
                Map.of("UserName", "a", "PolicyName", "p", "PolicyDocument", "{\"€\":1}");
        assertThat(refusal("PutUserPolicy", policy).message())
                .isEqualTo(
                        "The specified value for policyDocument is invalid. It must contain only"
                                + " printable ASCII characters.");
    }

    /// [P]
    @Test
    void aReadWithoutItsNameMissesAParameter() {
        AwsError error = refusal("GetRole", Map.of());
        assertThat(error.code()).isEqualTo("MissingParameter");
        assertThat(error.message()).isEqualTo("The request must contain the parameter RoleName.");
        Map<String, String> tag = Map.of("UserName", "a", "Tags.member.1.Value", "v");
        assertThat(refusal("TagUser", tag).message())
                .isEqualTo("The request must contain the parameter Tags.member.1.Key.");
    }

    /// A member that the model did not know would be checked by nobody, and a required one that the
    /// SDK did not know could never be given.
    @ParameterizedTest
    @MethodSource("queryOperations")
    void modelAndSdkHaveTheSameMembers(Operation operation) {
        List<String> sdk =
                Pojos.builder(operation.requestType()).sdkFields().stream()
                        .map(software.amazon.awssdk.core.SdkField::memberName)
                        .toList();
        List<Shape.Member> model = operation.input().map(Shape::members).orElse(List.of());
        assertThat(model).extracting(Shape.Member::name).containsAll(sdk);
        assertThat(sdk)
                .containsAll(
                        model.stream()
                                .filter(Shape.Member::required)
                                .map(Shape.Member::name)
                                .toList());
    }

    static Stream<Operation> queryOperations() {
        return Stream.of(AwsService.IAM, AwsService.STS)
                .flatMap(service -> Operation.all(service).stream())
                .filter(Operation::hasModelClass);
    }

    private static AwsError s3(
            String method,
            String path,
            String query,
            String body,
            Map<String, List<String>> headers) {
        HttpIn in =
                new HttpIn(
                        method,
                        path,
                        query,
                        headers,
                        new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
                        "127.0.0.1");
        AwsError error = catchThrowableOfType(AwsError.class, () -> check(in));
        assertThat(error).isNotNull();
        return error;
    }

    @ParameterizedTest
    @CsvSource({
        "<VersioningConfiguration><Status>On</Status></VersioningConfiguration>",
        "<VersioningConfiguration><State>Enabled</State></VersioningConfiguration>",
        "<Versioning><Status>Enabled</Status></Versioning>",
        "<VersioningConfiguration><Status>Enabled</Status>",
        "not xml",
        "<!DOCTYPE x [<!ENTITY e 'x'>]><VersioningConfiguration><Status>&e;</Status>"
                + "</VersioningConfiguration>",
    })
    void aMessageOutsideTheSchemaIsMalformedXml(String body) {
        assertThat(s3("PUT", "/b", "versioning", body, Map.of()).code()).isEqualTo("MalformedXML");
    }

    @Test
    void s3NamesWhatItCannotUse() {
        assertThat(s3("PUT", "/b", "versioning", "", Map.of()).code())
                .isEqualTo("MissingRequestBodyError");
        assertThat(s3("PUT", "/b", "tagging", "<Tagging><TagSet/></Tagging>", Map.of()).message())
                .isEqualTo(
                        "Missing required header for this request: Content-MD5 OR"
                                + " x-amz-checksum-*");
        AwsError storage =
                s3("PUT", "/b/k", "", "", Map.of("x-amz-storage-class", List.of("SLOW")));
        assertThat(storage.code()).isEqualTo("InvalidStorageClass");
        AwsError keys = s3("GET", "/b", "max-keys=99999999999", "", Map.of());
        assertThat(keys.details()).containsEntry("ArgumentName", "max-keys");
    }
}
