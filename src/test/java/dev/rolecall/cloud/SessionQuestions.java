package dev.rolecall.cloud;

import static dev.rolecall.cloud.Texts.allow;
import static dev.rolecall.cloud.Texts.trust;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Tag;

/// What STS issues, for how long, and to whom.
final class SessionQuestions {
    private static final String ANYTHING = "sts:AssumeRole,sts:TagSession,sts:SetSourceIdentity";

    private SessionQuestions() {}

    static List<Question> all() {
        return Stream.of(issuing(), ending(), chaining()).flatMap(List::stream).toList();
    }

    private static List<Question> issuing() {
        return List.of(
                Question.of(
                        "GetCallerIdentity's `Arn` in a session of the role `/team/R`",
                        "200 arn:aws:sts::111122223333:assumed-role/R/ss",
                        "2.4",
                        side -> {
                            String arn =
                                    side.admin()
                                            .iam()
                                            .createRole(b ->
                                                    b.path("/team/")
                                                            .roleName("R")
                                                            .assumeRolePolicyDocument(
                                                                    trust(side.arn("root"))))
                                            .role()
                                            .arn();
                            Person session = side.assume(ann(side), arn);
                            return Answer.to(
                                    () -> session.sts().getCallerIdentity(), who -> who.arn());
                        }),
                Question.of(
                        "AssumeRole of `nothing-valid-in-here`",
                        "400 ValidationError",
                        "recorded 1",
                        side -> {
                            Person ann = ann(side);
                            return assume(ann, "nothing-valid-in-here", _ -> {});
                        }),
                asked(
                        "AssumeRole with the session name `x:y`",
                        "recorded 3",
                        b -> b.roleSessionName("x:y")),
                asked("AssumeRole for one minute", "8, V3", b -> b.durationSeconds(60)),
                asked(
                        "AssumeRole for two hours, where the role's maximum is one",
                        "8, V4",
                        b -> b.durationSeconds(7200)));
    }

    private static Question asked(
            String asked, String source, Consumer<AssumeRoleRequest.Builder> how) {
        return Question.of(
                asked,
                "400 ValidationError",
                source,
                side -> assume(ann(side), role(side, "R"), how));
    }

    private static List<Question> ending() {
        return List.of(
                Question.of(
                        "GetCallerIdentity by a session whose time is over",
                        "403 ExpiredToken",
                        "2.8",
                        side -> {
                            Person session = expired(side);
                            return Answer.to(() -> session.sts().getCallerIdentity());
                        }),
                Question.of(
                        "ListBuckets by a session whose time is over",
                        "400 ExpiredToken",
                        "2.8",
                        side -> {
                            Person session = expired(side);
                            return Answer.to(() -> session.s3().listBuckets());
                        }),
                Question.of(
                        "GetCallerIdentity by a session whose role was deleted",
                        "403 InvalidClientTokenId",
                        "8, V11",
                        side -> {
                            Person session = side.assume(ann(side), role(side, "R"));
                            side.admin()
                                    .iam()
                                    .deleteRolePolicy(b -> b.roleName("R").policyName("own"));
                            side.admin().iam().deleteRole(b -> b.roleName("R"));
                            return Answer.to(() -> session.sts().getCallerIdentity());
                        }),
                Question.of(
                        "AssumeRole by a user who was deleted and made anew, trusted by a role that"
                                + " was made before",
                        "403 AccessDenied",
                        "8, V16",
                        side -> {
                            Person first = ann(side);
                            String role = side.role("R", trust(side.arn("user/Ann")));
                            side.admin()
                                    .iam()
                                    .deleteAccessKey(b ->
                                            b.userName("Ann")
                                                    .accessKeyId(
                                                            first.credentials().accessKeyId()));
                            side.admin()
                                    .iam()
                                    .deleteUserPolicy(b -> b.userName("Ann").policyName("own"));
                            side.admin().iam().deleteUser(b -> b.userName("Ann"));
                            return assume(ann(side), role, _ -> {});
                        }));
    }

    private static List<Question> chaining() {
        return List.of(
                Question.of(
                        "AssumeRole by a session, for two hours, where the role's maximum is twelve",
                        "400 ValidationError",
                        "8, V5",
                        side -> {
                            String next = role(side, "Next");
                            side.admin()
                                    .iam()
                                    .updateRole(b -> b.roleName("Next").maxSessionDuration(43_200));
                            Person session = side.assume(ann(side), role(side, "R"));
                            return assume(session, next, b -> b.durationSeconds(7200));
                        }),
                Question.of(
                        "AssumeRole by a session with another source identity than it has",
                        "400 ValidationError",
                        "8, V22",
                        side -> {
                            String role = role(side, "R");
                            Person session = session(side, role, b -> b.sourceIdentity("ann"));
                            return assume(
                                    session, role(side, "Next"), b -> b.sourceIdentity("bob"));
                        }),
                Question.of(
                        "AssumeRole by a session with another value of a transitive tag",
                        "400 InvalidParameterValue",
                        "recorded 6",
                        side -> {
                            String role = role(side, "R");
                            Person session =
                                    session(
                                            side,
                                            role,
                                            b ->
                                                    b.tags(tag("team", "red"))
                                                            .transitiveTagKeys("team"));
                            return assume(
                                    session, role(side, "Next"), b -> b.tags(tag("team", "blue")));
                        }),
                Question.of(
                        "AssumeRole with the tags `team` and `Team`",
                        "400 InvalidParameterValue",
                        "recorded 5",
                        side ->
                                assume(
                                        ann(side),
                                        role(side, "R"),
                                        b -> b.tags(tag("team", "red"), tag("Team", "red")))));
    }

    static Person ann(Side side) {
        return side.user("Ann", allow("*", "*"));
    }

    static String role(Side side, String name) {
        return side.role(name, trust(side.arn("root"), ANYTHING, ""), allow("*", "*"));
    }

    private static Person session(Side side, String role, Consumer<AssumeRoleRequest.Builder> how) {
        return side.with(
                ann(side)
                        .sts()
                        .assumeRole(b -> {
                            b.roleArn(role).roleSessionName("ss");
                            how.accept(b);
                        })
                        .credentials());
    }

    private static Person expired(Side side) {
        Duration shortest = side.shortest();
        String role = role(side, "R");
        Person session = session(side, role, b -> b.durationSeconds((int) shortest.toSeconds()));
        side.wait(shortest.plusSeconds(1));
        return session;
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private static String assume(
            Person caller, String role, Consumer<AssumeRoleRequest.Builder> how) {
        return Answer.to(() ->
                caller.sts()
                        .assumeRole(b -> {
                            b.roleArn(role).roleSessionName("ss");
                            how.accept(b);
                        }));
    }
}
