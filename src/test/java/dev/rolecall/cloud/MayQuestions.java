package dev.rolecall.cloud;

import static dev.rolecall.cloud.Texts.allow;
import static dev.rolecall.cloud.Texts.policy;
import static dev.rolecall.cloud.Texts.statement;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.iam.model.Tag;

/// What a user's policies say.
final class MayQuestions {
    private static final String EVERYTHING = "arn:aws:iam::aws:policy/AdministratorAccess";
    private static final String S3_READ = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess";

    private MayQuestions() {}

    static List<Question> all() {
        return Stream.of(plain(), groups(), limits(), resources()).flatMap(List::stream).toList();
    }

    private static List<Question> plain() {
        return List.of(
                Question.of(
                        "ListBuckets by a user without any policy",
                        "403 AccessDenied",
                        "1.2, step 5",
                        side -> {
                            Person ann = side.user("Ann");
                            return Answer.to(() -> ann.s3().listBuckets());
                        }),
                Question.of(
                        "GetCallerIdentity by a user who is denied everything",
                        "200",
                        "8, V1",
                        side -> {
                            Person ann = side.user("Ann", policy(statement("Deny", "*", "*")));
                            return Answer.to(() -> ann.sts().getCallerIdentity());
                        }),
                Question.of(
                        "CreateUser by a user who may use S3",
                        "403 AccessDenied",
                        "1.2, step 5",
                        side -> {
                            Person ann = side.user("Ann", allow("s3:*", "*"));
                            return Answer.to(() -> ann.iam().createUser(b -> b.userName("Eve")));
                        }),
                Question.of(
                        "a user without permissions makes itself an administrator",
                        "403 AccessDenied",
                        "1.2, step 5",
                        side -> {
                            Person ann = side.user("Ann");
                            return Answer.to(() ->
                                    ann.iam()
                                            .attachUserPolicy(
                                                    b -> b.userName("Ann").policyArn(EVERYTHING)));
                        }),
                Question.of(
                        "ListBuckets, allowed by one statement and denied by another",
                        "403 AccessDenied",
                        "1.2, step 1",
                        side -> {
                            Person ann =
                                    side.user(
                                            "Ann",
                                            policy(
                                                    statement("Allow", "s3:*", "*"),
                                                    statement("Deny", "s3:List*", "*")));
                            return Answer.to(() -> ann.s3().listBuckets());
                        }));
    }

    private static List<Question> groups() {
        return List.of(
                Question.of(
                        "ListBuckets, allowed to the user's group",
                        "200",
                        "1.2, step 5",
                        side -> {
                            Person ann = member(side);
                            return Answer.to(() -> ann.s3().listBuckets());
                        }),
                Question.of(
                        "ListBuckets by a user who has left that group",
                        "403 AccessDenied",
                        "1.2, step 5",
                        side -> {
                            Person ann = member(side);
                            side.admin()
                                    .iam()
                                    .removeUserFromGroup(b -> b.userName("Ann").groupName("G"));
                            return Answer.to(() -> ann.s3().listBuckets());
                        }),
                Question.of(
                        "ListBuckets after the policy that allowed it was deleted",
                        "403 AccessDenied",
                        "1.2, step 5",
                        side -> {
                            Person ann = side.user("Ann", allow("s3:*", "*"));
                            side.admin()
                                    .iam()
                                    .deleteUserPolicy(b -> b.userName("Ann").policyName("own"));
                            return Answer.to(() -> ann.s3().listBuckets());
                        }),
                Question.of(
                        "PutObject by an administrator whose permissions boundary is"
                                + " AmazonS3ReadOnlyAccess",
                        "403 AccessDenied",
                        "1.2, step 6",
                        side -> {
                            String box = side.box();
                            Person ann = side.user("Ann", allow("*", "*"));
                            side.admin()
                                    .iam()
                                    .putUserPermissionsBoundary(
                                            b -> b.userName("Ann").permissionsBoundary(S3_READ));
                            return put(ann, box, "new");
                        }));
    }

    private static List<Question> limits() {
        return List.of(
                conditioned(
                        "ListBuckets, allowed from 203.0.113.0/24 only",
                        "'IpAddress':{'aws:SourceIp':'203.0.113.0/24'}"),
                conditioned(
                        "ListBuckets with a long-term key, allowed with MFA only",
                        "'Bool':{'aws:MultiFactorAuthPresent':'true'}"),
                conditioned(
                        "ListBuckets, allowed until the end of 2020",
                        "'DateLessThan':{'aws:CurrentTime':'2021-01-01T00:00:00Z'}"),
                Question.of(
                        "ListBuckets by a user tagged `team=red`, allowed to `team=blue`",
                        "403 AccessDenied",
                        "1.10",
                        side -> {
                            Person ann =
                                    side.user(
                                            "Ann",
                                            conditional(
                                                    "'StringEquals':{'aws:PrincipalTag/team':'blue'}"));
                            Tag red = Tag.builder().key("team").value("red").build();
                            side.admin().iam().tagUser(b -> b.userName("Ann").tags(red));
                            return Answer.to(() -> ann.s3().listBuckets());
                        }));
    }

    private static List<Question> resources() {
        return List.of(
                Question.of(
                        "PutObject into one's own folder, allowed by `${aws:username}`",
                        "200",
                        "1.8",
                        side -> {
                            String box = side.box();
                            return put(side.user("Ann", home(box)), box, "home/Ann/k");
                        }),
                Question.of(
                        "PutObject into another's folder, with the same policy",
                        "403 AccessDenied",
                        "1.8",
                        side -> {
                            String box = side.box();
                            return put(side.user("Ann", home(box)), box, "home/Bob/k");
                        }),
                Question.of(
                        "ListObjectsV2, where `s3:ListBucket` is allowed on `bucket/*` and not on"
                                + " `bucket`",
                        "403 AccessDenied",
                        "8, V33",
                        side -> {
                            String box = side.box();
                            Person ann =
                                    side.user(
                                            "Ann",
                                            allow("s3:ListBucket", "arn:aws:s3:::" + box + "/*"));
                            return Answer.to(() -> ann.s3().listObjectsV2(b -> b.bucket(box)));
                        }));
    }

    private static Question conditioned(String asked, String condition) {
        return Question.of(
                asked,
                "403 AccessDenied",
                "1.9",
                side -> {
                    Person ann = side.user("Ann", conditional(condition));
                    return Answer.to(() -> ann.s3().listBuckets());
                });
    }

    private static String conditional(String condition) {
        return policy(statement("Allow", "s3:*", "*", condition));
    }

    private static String home(String box) {
        return allow("s3:PutObject", "arn:aws:s3:::" + box + "/home/${aws:username}/*");
    }

    private static Person member(Side side) {
        Person ann = side.user("Ann");
        side.admin().iam().createGroup(b -> b.groupName("G"));
        side.admin()
                .iam()
                .putGroupPolicy(b ->
                        b.groupName("G")
                                .policyName("own")
                                .policyDocument(allow("s3:ListAllMyBuckets", "*")));
        side.admin().iam().addUserToGroup(b -> b.userName("Ann").groupName("G"));
        return ann;
    }

    private static String put(Person who, String bucket, String key) {
        return Answer.to(() ->
                who.s3().putObject(b -> b.bucket(bucket).key(key), RequestBody.fromString("x")));
    }
}
