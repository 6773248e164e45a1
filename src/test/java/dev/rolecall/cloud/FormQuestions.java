package dev.rolecall.cloud;

import static dev.rolecall.cloud.Texts.allow;
import static dev.rolecall.cloud.Texts.grant;
import static dev.rolecall.cloud.Texts.json;
import static dev.rolecall.cloud.Texts.policy;
import static dev.rolecall.cloud.Texts.trust;

import java.util.List;
import java.util.stream.Stream;

/// Names and documents that AWS refuses, and what is in the way of others.
final class FormQuestions {
    private static final String MALFORMED = "400 MalformedPolicyDocument";

    private FormQuestions() {}

    static List<Question> all() {
        return Stream.of(trusts(), policies(), buckets(), names(), conflicts())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Question> trusts() {
        return List.of(
                Question.of(
                        "CreateRole with `\"Effect\":\"Perhaps\"` in its trust policy",
                        MALFORMED,
                        "3.4",
                        side -> role(side, trust(side.arn("root")).replace("Allow", "Perhaps"))),
                Question.of(
                        "CreateRole trusting a user that does not exist",
                        MALFORMED,
                        "1.6",
                        side -> role(side, trust(side.arn("user/Nobody")))),
                Question.of(
                        "CreateRole trusting a group",
                        MALFORMED,
                        "1.6",
                        side -> {
                            side.admin().iam().createGroup(b -> b.groupName("G"));
                            return role(side, trust(side.arn("group/G")));
                        }),
                Question.of(
                        "CreateRole trusting `user/*`",
                        MALFORMED,
                        "1.6",
                        side -> role(side, trust(side.arn("user/*")))),
                Question.of(
                        "CreateRole with a `Resource` in its trust policy",
                        MALFORMED,
                        "recorded 12",
                        side ->
                                role(
                                        side,
                                        policy(
                                                grant(
                                                        "Allow",
                                                        side.arn("root"),
                                                        "sts:AssumeRole",
                                                        "*")))),
                Question.of(
                        "CreateRole with `s3:GetObject` in its trust policy",
                        MALFORMED,
                        "recorded 12",
                        side -> role(side, trust(side.arn("root"), "s3:GetObject", ""))));
    }

    private static List<Question> policies() {
        return List.of(
                Question.of(
                        "CreatePolicy with `Version` 2008-10-17",
                        MALFORMED,
                        "recorded 28",
                        side -> create(side, allow("s3:*", "*").replace("2012", "2008"))),
                Question.of(
                        "CreatePolicy with a `Principal`",
                        MALFORMED,
                        "3.4",
                        side -> create(side, policy(grant("Allow", "*", "s3:*", "*")))),
                Question.of(
                        "CreatePolicy with the action `GetObject`",
                        MALFORMED,
                        "recorded 28",
                        side -> create(side, allow("GetObject", "*"))),
                Question.of(
                        "CreatePolicy that is no JSON",
                        MALFORMED,
                        "recorded 28",
                        side -> create(side, "{'Version'")));
    }

    private static List<Question> buckets() {
        return List.of(
                Question.of(
                        "PutBucketPolicy of `{\"x\":1}`",
                        "400 MalformedPolicy",
                        "recorded 38",
                        side -> bucket(side, side.box(), json("{'x':1}"))),
                Question.of(
                        "PutBucketPolicy that names another bucket",
                        "400 MalformedPolicy",
                        "3.5",
                        side ->
                                bucket(
                                        side,
                                        side.box(),
                                        policy(
                                                grant(
                                                        "Deny",
                                                        "*",
                                                        "s3:GetObject",
                                                        "arn:aws:s3:::another/*")))),
                Question.of(
                        "PutBucketPolicy for a user that does not exist",
                        "400 MalformedPolicy",
                        "1.6",
                        side -> {
                            String box = side.box();
                            return bucket(
                                    side,
                                    box,
                                    policy(
                                            grant(
                                                    "Allow",
                                                    side.arn("user/Nobody"),
                                                    "s3:GetObject",
                                                    "arn:aws:s3:::" + box + "/*")));
                        }),
                Question.of(
                        "PutBucketPolicy of `s3:GetObject` on the bucket and not its keys",
                        "400 MalformedPolicy",
                        "3.5",
                        side -> {
                            String box = side.box();
                            return bucket(
                                    side,
                                    box,
                                    policy(
                                            grant(
                                                    "Allow",
                                                    side.account(),
                                                    "s3:GetObject",
                                                    "arn:aws:s3:::" + box)));
                        }));
    }

    private static List<Question> names() {
        return List.of(
                Question.of(
                        "CreateUser `a b`",
                        "400 ValidationError",
                        "3.3.1",
                        side -> user(side, "a b")),
                Question.of(
                        "CreateUser `TEST` beside `Test`",
                        "409 EntityAlreadyExists",
                        "0",
                        side -> {
                            user(side, "Test");
                            return user(side, "TEST");
                        }),
                Question.of(
                        "CreateUser `Test` beside `Test`",
                        "409 EntityAlreadyExists",
                        "recorded 25",
                        side -> {
                            user(side, "Test");
                            return user(side, "Test");
                        }));
    }

    private static List<Question> conflicts() {
        return List.of(
                Question.of(
                        "PutUserPermissionsBoundary of a policy that does not exist",
                        "404 NoSuchEntity",
                        "recorded 18",
                        side -> {
                            user(side, "Ann");
                            return Answer.to(() ->
                                    side.admin()
                                            .iam()
                                            .putUserPermissionsBoundary(b ->
                                                    b.userName("Ann")
                                                            .permissionsBoundary(
                                                                    side.arn("policy/None"))));
                        }),
                Question.of(
                        "AttachUserPolicy of a policy that does not exist",
                        "404 NoSuchEntity",
                        "recorded 17",
                        side -> {
                            user(side, "Ann");
                            return Answer.to(() ->
                                    side.admin()
                                            .iam()
                                            .attachUserPolicy(b ->
                                                    b.userName("Ann")
                                                            .policyArn(side.arn("policy/None"))));
                        }),
                Question.of(
                        "CreateAccessKey for a user who has two",
                        "409 LimitExceeded",
                        "recorded 21",
                        side -> {
                            side.user("Ann");
                            side.admin().iam().createAccessKey(b -> b.userName("Ann"));
                            return Answer.to(() ->
                                    side.admin().iam().createAccessKey(b -> b.userName("Ann")));
                        }),
                Question.of(
                        "DeleteUser of a user who has a key",
                        "409 DeleteConflict",
                        "recorded 25",
                        side -> {
                            side.user("Ann");
                            return Answer.to(
                                    () -> side.admin().iam().deleteUser(b -> b.userName("Ann")));
                        }));
    }

    private static String role(Side side, String trust) {
        return Answer.to(() ->
                side.admin()
                        .iam()
                        .createRole(b -> b.roleName("R").assumeRolePolicyDocument(trust)));
    }

    private static String create(Side side, String document) {
        return Answer.to(() ->
                side.admin().iam().createPolicy(b -> b.policyName("P").policyDocument(document)));
    }

    private static String bucket(Side side, String bucket, String document) {
        return Answer.to(
                () -> side.admin().s3().putBucketPolicy(b -> b.bucket(bucket).policy(document)));
    }

    private static String user(Side side, String name) {
        return Answer.to(() -> side.admin().iam().createUser(b -> b.userName(name)));
    }
}
