package dev.rolecall.cloud;

import static dev.rolecall.cloud.Texts.allow;
import static dev.rolecall.cloud.Texts.grant;
import static dev.rolecall.cloud.Texts.statement;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;

/// Bucket policies and public access, other accounts, and what a refusal gives away.
final class BucketQuestions {
    private static final String S3 = allow("s3:*", "*");

    private BucketQuestions() {}

    static List<Question> all() {
        return Stream.of(accounts(), policies(), everybody(), keys())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Question> accounts() {
        return List.of(
                Question.of(
                        "GetObject by another account's user, whose own policy allows it; the bucket"
                                + " has no policy",
                        "403 AccessDenied",
                        "1.3",
                        side -> {
                            String box = side.box();
                            return get(side.stranger("Bob", S3), box, "k");
                        }),
                Question.of(
                        "the same, and the bucket's policy allows it to that account",
                        "200",
                        "1.3",
                        side -> {
                            String box = side.box();
                            policy(
                                    side,
                                    box,
                                    grant("Allow", side.other(), "s3:GetObject", allOf(box)));
                            return get(side.stranger("Bob", S3), box, "k");
                        }),
                Question.of(
                        "the same, and the user's own policy does not",
                        "403 AccessDenied",
                        "1.3",
                        side -> {
                            String box = side.box();
                            policy(
                                    side,
                                    box,
                                    grant("Allow", side.other(), "s3:GetObject", allOf(box)));
                            return get(side.stranger("Bob", allow("iam:*", "*")), box, "k");
                        }));
    }

    private static List<Question> policies() {
        return List.of(
                Question.of(
                        "GetObject by a user without a policy, whom the bucket's policy names",
                        "200",
                        "1.4",
                        side -> {
                            String box = side.box();
                            Person ann = side.user("Ann");
                            policy(
                                    side,
                                    box,
                                    grant(
                                            "Allow",
                                            side.arn("user/Ann"),
                                            "s3:GetObject",
                                            allOf(box)));
                            return get(ann, box, "k");
                        }),
                Question.of(
                        "GetObject by an administrator whom the bucket's policy denies it",
                        "403 AccessDenied",
                        "1.2, step 1",
                        side -> {
                            String box = side.box();
                            Person ann = side.user("Ann", allow("*", "*"));
                            policy(
                                    side,
                                    box,
                                    grant(
                                            "Deny",
                                            side.arn("user/Ann"),
                                            "s3:GetObject",
                                            allOf(box)));
                            return get(ann, box, "k");
                        }),
                Question.of(
                        "GetObject over HTTP, which the bucket's policy denies without TLS",
                        "403 AccessDenied",
                        "1.10",
                        side -> {
                            String box = side.box();
                            policy(
                                    side,
                                    box,
                                    grant(
                                            "Deny",
                                            "*",
                                            "s3:GetObject",
                                            allOf(box),
                                            "'Bool':{'aws:SecureTransport':'false'}"));
                            return get(side.user("Ann", S3), box, "k");
                        }));
    }

    private static List<Question> everybody() {
        return List.of(
                Question.of(
                        "PutBucketPolicy that opens a new bucket to everybody",
                        "403 AccessDenied",
                        "3.2",
                        side -> {
                            String box = side.box();
                            String open =
                                    Texts.policy(grant("Allow", "*", "s3:GetObject", allOf(box)));
                            return Answer.to(() ->
                                    side.admin()
                                            .s3()
                                            .putBucketPolicy(b -> b.bucket(box).policy(open)));
                        }),
                Question.of(
                        "GetObject without a signature, once public access was unblocked and a"
                                + " policy allows it to everybody",
                        "200",
                        "1.4",
                        side -> {
                            String box = side.box();
                            side.admin().s3().deletePublicAccessBlock(b -> b.bucket(box));
                            policy(side, box, grant("Allow", "*", "s3:GetObject", allOf(box)));
                            return Answer.of(
                                    side.admin()
                                            .raw("s3")
                                            .path("/" + box + "/k")
                                            .anonymous()
                                            .send());
                        }));
    }

    private static List<Question> keys() {
        return List.of(
                Question.of(
                        "PutObject by a user who may read",
                        "403 AccessDenied",
                        "1.2, step 5",
                        side -> {
                            String box = side.box();
                            Person ann = side.user("Ann", allow("s3:GetObject", "*"));
                            return Answer.to(() ->
                                    ann.s3()
                                            .putObject(
                                                    b -> b.bucket(box).key("new"),
                                                    RequestBody.fromString("x")));
                        }),
                Question.of(
                        "CopyObject by a user who may write here and not read there",
                        "403 AccessDenied",
                        "4",
                        side -> {
                            String box = side.box();
                            Person ann = side.user("Ann", allow("s3:PutObject", "*"));
                            return Answer.to(() ->
                                    ann.s3()
                                            .copyObject(b ->
                                                    b.sourceBucket(box)
                                                            .sourceKey("k")
                                                            .destinationBucket(box)
                                                            .destinationKey("copy")));
                        }),
                Question.of(
                        "GetObject of a key that does not exist, by a user who may list the bucket",
                        "404 NoSuchKey",
                        "8, V34",
                        side -> {
                            String box = side.box();
                            return get(side.user("Ann", S3), box, "none");
                        }),
                Question.of(
                        "the same by one who may not list it",
                        "403 AccessDenied",
                        "8, V34",
                        side -> {
                            String box = side.box();
                            return get(side.user("Ann", allow("s3:GetObject", "*")), box, "none");
                        }),
                Question.of(
                        "a presigned URL whose maker has lost the permission since",
                        "403 AccessDenied",
                        "1.2, step 1",
                        side -> {
                            String box = side.box();
                            Person ann = side.user("Ann", S3);
                            RawRequest request = ann.raw("s3").path("/" + box + "/k");
                            String query = request.presign(Duration.ofHours(1));
                            side.admin()
                                    .iam()
                                    .putUserPolicy(b ->
                                            b.userName("Ann")
                                                    .policyName("own")
                                                    .policyDocument(
                                                            Texts.policy(
                                                                    statement(
                                                                            "Deny", "s3:*", "*"))));
                            return Answer.of(request.sendQuery(query));
                        }));
    }

    private static String allOf(String bucket) {
        return "arn:aws:s3:::" + bucket + "/*";
    }

    private static void policy(Side side, String bucket, String statement) {
        side.admin().s3().putBucketPolicy(b -> b.bucket(bucket).policy(Texts.policy(statement)));
    }

    private static String get(Person who, String bucket, String key) {
        return Answer.to(
                () -> who.s3().getObjectAsBytes(b -> b.bucket(bucket).key(key)).response());
    }
}
