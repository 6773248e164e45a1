package dev.rolecall.cloud;

import static dev.rolecall.cloud.Texts.allow;
import static dev.rolecall.cloud.Texts.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.iam.model.StatusType;

/// Authentication.
final class WhoQuestions {
    private static final String UNKNOWN = "AKIAIOSFODNN7EXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    private WhoQuestions() {}

    static List<Question> all() {
        return Stream.of(secrets(), keys(), unsigned(), signed(), tokens())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Question> secrets() {
        return List.of(
                Question.of(
                        "GetCallerIdentity with a wrong secret",
                        "403 SignatureDoesNotMatch",
                        "2.8",
                        side -> {
                            Person ann = side.user("Ann").withSecret(SECRET);
                            return Answer.to(() -> ann.sts().getCallerIdentity());
                        }),
                Question.of(
                        "ListBuckets with a wrong secret",
                        "403 SignatureDoesNotMatch",
                        "2.8",
                        side -> {
                            Person ann = side.user("Ann", allow("s3:*", "*")).withSecret(SECRET);
                            return Answer.to(() -> ann.s3().listBuckets());
                        }),
                Question.of(
                        "GetCallerIdentity with a key id that nobody has",
                        "403 InvalidClientTokenId",
                        "2.8",
                        side ->
                                Answer.to(() ->
                                        side.with(UNKNOWN, SECRET).sts().getCallerIdentity())),
                Question.of(
                        "ListBuckets with a key id that nobody has",
                        "403 InvalidAccessKeyId",
                        "2.8",
                        side -> Answer.to(() -> side.with(UNKNOWN, SECRET).s3().listBuckets())));
    }

    private static List<Question> keys() {
        return List.of(
                Question.of(
                        "ListUsers with a key that was made inactive",
                        "403 InvalidClientTokenId",
                        "2.8",
                        side -> {
                            Person ann = side.user("Ann", allow("iam:*", "*"));
                            side.admin()
                                    .iam()
                                    .updateAccessKey(b ->
                                            b.userName("Ann")
                                                    .accessKeyId(ann.credentials().accessKeyId())
                                                    .status(StatusType.INACTIVE));
                            return Answer.to(() -> ann.iam().listUsers());
                        }),
                Question.of(
                        "ListUsers with a key that was deleted",
                        "403 InvalidClientTokenId",
                        "2.8",
                        side -> {
                            Person ann = side.user("Ann", allow("iam:*", "*"));
                            side.admin()
                                    .iam()
                                    .deleteAccessKey(b ->
                                            b.userName("Ann")
                                                    .accessKeyId(ann.credentials().accessKeyId()));
                            return Answer.to(() -> ann.iam().listUsers());
                        }));
    }

    private static List<Question> unsigned() {
        return List.of(
                Question.of(
                        "GetCallerIdentity without a signature",
                        "403 MissingAuthenticationToken",
                        "2.8",
                        side ->
                                Answer.of(
                                        side.admin()
                                                .raw("sts")
                                                .form("Action=GetCallerIdentity&Version=2011-06-15")
                                                .anonymous()
                                                .send())),
                Question.of(
                        "GetObject of a private object without a signature",
                        "403 AccessDenied",
                        "2.8",
                        side ->
                                Answer.of(
                                        side.admin()
                                                .raw("s3")
                                                .path("/" + side.box() + "/k")
                                                .anonymous()
                                                .send())),
                Question.of(
                        "GetCallerIdentity, signed an hour ago",
                        "403 SignatureDoesNotMatch",
                        "2.8",
                        side ->
                                Answer.of(
                                        side.admin()
                                                .raw("sts")
                                                .form("Action=GetCallerIdentity&Version=2011-06-15")
                                                .at(Instant.now().minus(Duration.ofHours(1)))
                                                .send())),
                Question.of(
                        "GetObject, signed an hour ago",
                        "403 RequestTimeTooSkewed",
                        "2.8",
                        side ->
                                Answer.of(
                                        side.admin()
                                                .raw("s3")
                                                .path("/" + side.box() + "/k")
                                                .at(Instant.now().minus(Duration.ofHours(1)))
                                                .send())));
    }

    private static List<Question> signed() {
        return List.of(
                Question.of(
                        "GetObject, signed for another region",
                        "400 AuthorizationHeaderMalformed",
                        "2.8",
                        side ->
                                Answer.of(
                                        side.admin()
                                                .raw("s3")
                                                .path("/" + side.box() + "/k")
                                                .region("eu-west-1")
                                                .send())),
                Question.of(
                        "PutObject with another body than was signed",
                        "400 XAmzContentSHA256Mismatch",
                        "2.8",
                        side ->
                                Answer.of(
                                        side.admin()
                                                .raw("s3")
                                                .method("PUT")
                                                .path("/" + side.box() + "/new")
                                                .signing("x-amz-content-sha256", Hand.hash("good"))
                                                .body("evil")
                                                .send())),
                Question.of(
                        "a presigned URL, changed to another key",
                        "403 SignatureDoesNotMatch",
                        "recorded 32",
                        side -> {
                            RawRequest request = side.admin().raw("s3").path("/" + side.box());
                            String query = request.presign(Duration.ofHours(1));
                            return Answer.of(request.path("/" + box(side) + "/k").sendQuery(query));
                        }),
                Question.of(
                        "a presigned URL of one hour, two hours later",
                        "403 AccessDenied",
                        "recorded 33",
                        side ->
                                Answer.of(
                                        side.admin()
                                                .raw("s3")
                                                .path("/" + side.box() + "/k")
                                                .at(Instant.now().minus(Duration.ofHours(2)))
                                                .presigned(Duration.ofHours(1)))));
    }

    private static List<Question> tokens() {
        return List.of(
                Question.of(
                        "GetCallerIdentity with a session's keys, without its token",
                        "403 InvalidClientTokenId",
                        "2.8",
                        side -> {
                            Person session = session(side);
                            Person bare =
                                    session.withSecret(session.credentials().secretAccessKey());
                            return Answer.to(() -> bare.sts().getCallerIdentity());
                        }),
                Question.of(
                        "ListBuckets with a session's keys and the token of another session",
                        "403 InvalidAccessKeyId",
                        "2.8",
                        side -> {
                            Person one = session(side);
                            Person two = side.assume(side.admin(), side.arn("role/R"));
                            AwsSessionCredentials of = (AwsSessionCredentials) two.credentials();
                            Person mixed =
                                    side.with(
                                            AwsSessionCredentials.create(
                                                    one.credentials().accessKeyId(),
                                                    one.credentials().secretAccessKey(),
                                                    of.sessionToken()));
                            return Answer.to(() -> mixed.s3().listBuckets());
                        }));
    }

    private static String box(Side side) {
        return "box-" + side.account();
    }

    private static Person session(Side side) {
        String role = side.role("R", trust(side.arn("root")), allow("s3:*", "*"));
        return side.assume(side.admin(), role);
    }
}
