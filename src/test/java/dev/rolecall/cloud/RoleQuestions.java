package dev.rolecall.cloud;

import static dev.rolecall.cloud.Texts.allow;
import static dev.rolecall.cloud.Texts.trust;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Tag;

/// Who may become a role, and what a session of it may do.
final class RoleQuestions {
    private static final String ASSUME = allow("sts:AssumeRole", "*");
    private static final String EXTERNAL = "'StringEquals':{'sts:ExternalId':'unicorn'}";
    private static final String MFA = "'Bool':{'aws:MultiFactorAuthPresent':'true'}";

    private RoleQuestions() {}

    static List<Question> all() {
        return Stream.of(trusted(), across(), conditions(), sessions())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Question> trusted() {
        return List.of(
                Question.of(
                        "AssumeRole of a role that does not exist",
                        "403 AccessDenied",
                        "1.5, T18",
                        side -> assume(side, side.user("Ann", ASSUME), _ -> {})),
                Question.of(
                        "AssumeRole of a role that trusts somebody else",
                        "403 AccessDenied",
                        "1.5, T7",
                        side -> {
                            side.user("Bob");
                            side.role("R", trust(side.arn("user/Bob")));
                            return assume(side, side.user("Ann", ASSUME), _ -> {});
                        }),
                Question.of(
                        "AssumeRole, the role trusts the user, who has no policy",
                        "200",
                        "1.5, T1",
                        side -> {
                            Person ann = side.user("Ann");
                            side.role("R", trust(side.arn("user/Ann")));
                            return assume(side, ann, _ -> {});
                        }),
                Question.of(
                        "AssumeRole, the role trusts the account, the user has no policy",
                        "403 AccessDenied",
                        "1.5, T5",
                        side -> {
                            side.role("R", trust(side.arn("root")));
                            return assume(side, side.user("Ann"), _ -> {});
                        }),
                Question.of(
                        "AssumeRole, the role trusts the account, the user's policy allows it",
                        "200",
                        "1.5, T6",
                        side -> {
                            side.role("R", trust(side.arn("root")));
                            return assume(side, side.user("Ann", ASSUME), _ -> {});
                        }));
    }

    private static List<Question> across() {
        return List.of(
                Question.of(
                        "AssumeRole from another account, which the role trusts; the user's own"
                                + " policy does not allow it",
                        "403 AccessDenied",
                        "1.5, T10",
                        side -> {
                            side.role("R", trust(side.other()));
                            Person stranger = side.stranger("Bob", allow("s3:*", "*"));
                            return assume(side, stranger, _ -> {});
                        }),
                Question.of(
                        "AssumeRole by the root user",
                        "403 AccessDenied",
                        "1.5, T17",
                        side -> {
                            side.role("R", trust(side.arn("root")));
                            return assume(side, side.root(), _ -> {});
                        }));
    }

    private static List<Question> conditions() {
        return List.of(
                Question.of(
                        "AssumeRole without the ExternalId that the role asks for",
                        "403 AccessDenied",
                        "1.5, T15",
                        side -> conditioned(side, EXTERNAL, _ -> {})),
                Question.of(
                        "AssumeRole with another ExternalId",
                        "403 AccessDenied",
                        "1.5, T15",
                        side -> conditioned(side, EXTERNAL, b -> b.externalId("horse"))),
                Question.of(
                        "AssumeRole with that ExternalId",
                        "200",
                        "1.5, T15",
                        side -> conditioned(side, EXTERNAL, b -> b.externalId("unicorn"))),
                Question.of(
                        "AssumeRole without MFA, where the role asks for it",
                        "403 AccessDenied",
                        "1.5, T15",
                        side -> conditioned(side, MFA, _ -> {})),
                Question.of(
                        "AssumeRole with session tags, where the role allows no `sts:TagSession`",
                        "403 AccessDenied",
                        "8, V18",
                        side ->
                                conditioned(
                                        side,
                                        "",
                                        b ->
                                                b.tags(
                                                        Tag.builder()
                                                                .key("team")
                                                                .value("red")
                                                                .build()))));
    }

    private static List<Question> sessions() {
        return List.of(
                Question.of(
                        "ListUsers by a session of a role that may use S3",
                        "403 AccessDenied",
                        "7.1, 6",
                        side -> {
                            Person session = session(side, "s3:*");
                            return Answer.to(() -> session.iam().listUsers());
                        }),
                Question.of(
                        "PutObject by a session whose session policy allows reading only",
                        "403 AccessDenied",
                        "8, V9",
                        side -> {
                            String box = side.box();
                            String role =
                                    side.role("R", trust(side.arn("root")), allow("s3:*", "*"));
                            Person session =
                                    side.with(
                                            side.user("Ann", ASSUME)
                                                    .sts()
                                                    .assumeRole(b ->
                                                            b.roleArn(role)
                                                                    .roleSessionName("ss")
                                                                    .policy(
                                                                            allow(
                                                                                    "s3:GetObject",
                                                                                    "*")))
                                                    .credentials());
                            return Answer.to(() ->
                                    session.s3()
                                            .putObject(
                                                    b -> b.bucket(box).key("new"),
                                                    RequestBody.fromString("x")));
                        }),
                Question.of(
                        "ListBuckets by a session, after the role's policy was deleted",
                        "403 AccessDenied",
                        "1.5",
                        side -> {
                            Person session = session(side, "s3:*");
                            side.admin()
                                    .iam()
                                    .deleteRolePolicy(b -> b.roleName("R").policyName("own"));
                            return Answer.to(() -> session.s3().listBuckets());
                        }),
                Question.of(
                        "ListBuckets by a session, after the trust in whoever has it was withdrawn",
                        "200",
                        "8, V13",
                        side -> {
                            Person session = session(side, "s3:*");
                            side.user("Bob");
                            String bob = trust(side.arn("user/Bob"));
                            side.admin()
                                    .iam()
                                    .updateAssumeRolePolicy(
                                            b -> b.roleName("R").policyDocument(bob));
                            return Answer.to(() -> session.s3().listBuckets());
                        }));
    }

    private static Person session(Side side, String actions) {
        String role = side.role("R", trust(side.arn("root")), allow(actions, "*"));
        return side.assume(side.user("Ann", ASSUME), role);
    }

    private static String conditioned(
            Side side, String condition, Consumer<AssumeRoleRequest.Builder> also) {
        Person ann = side.user("Ann");
        side.role("R", trust(side.arn("user/Ann"), "sts:AssumeRole", condition));
        return assume(side, ann, also);
    }

    private static String assume(
            Side side, Person caller, Consumer<AssumeRoleRequest.Builder> also) {
        return Answer.to(() ->
                caller.sts()
                        .assumeRole(b -> {
                            b.roleArn(side.arn("role/R")).roleSessionName("ss");
                            also.accept(b);
                        }));
    }
}
