package dev.rolecall.cloud;

import static dev.rolecall.cloud.SessionQuestions.ann;
import static dev.rolecall.cloud.SessionQuestions.role;

import java.util.List;
import java.util.stream.Stream;

/// What STS gives without a role, and tells of what it gave.
final class TokenQuestions {
    private TokenQuestions() {}

    static List<Question> all() {
        return Stream.of(sessions(), federated(), told()).flatMap(List::stream).toList();
    }

    private static List<Question> sessions() {
        return List.of(
                Question.of(
                        "GetSessionToken, asked twice",
                        "200 two keys",
                        "2.1",
                        side -> {
                            Person ann = side.user("Ann");
                            String first = ann.sts().getSessionToken().credentials().accessKeyId();
                            return Answer.to(
                                    () -> ann.sts().getSessionToken(),
                                    r ->
                                            r.credentials().accessKeyId().equals(first)
                                                    ? "the same key"
                                                    : "two keys");
                        }),
                Question.of(
                        "GetSessionToken by a session",
                        "403 AccessDenied",
                        "8, V26",
                        side -> {
                            Person session = side.assume(ann(side), role(side, "R"));
                            return Answer.to(() -> session.sts().getSessionToken());
                        }),
                Question.of(
                        "ListUsers with what GetSessionToken gave without MFA",
                        "403 InvalidClientTokenId",
                        "2.6",
                        side -> {
                            Person ann = ann(side);
                            Person token = side.with(ann.sts().getSessionToken().credentials());
                            return Answer.to(() -> token.iam().listUsers());
                        }));
    }

    private static List<Question> federated() {
        return List.of(
                Question.of(
                        "ListBuckets with what GetFederationToken gave without a policy",
                        "403 AccessDenied",
                        "8, V23",
                        side -> {
                            Person token = guest(side);
                            return Answer.to(() -> token.s3().listBuckets());
                        }),
                Question.of(
                        "ListUsers with what GetFederationToken gave",
                        "403 InvalidClientTokenId",
                        "8, V25",
                        side -> {
                            Person token = guest(side);
                            return Answer.to(() -> token.iam().listUsers());
                        }));
    }

    private static List<Question> told() {
        return List.of(
                Question.of(
                        "GetAccessKeyInfo of a user's key",
                        "200 111122223333",
                        "2.3",
                        side -> {
                            Person ann = ann(side);
                            return Answer.to(
                                    () ->
                                            ann.sts()
                                                    .getAccessKeyInfo(b ->
                                                            b.accessKeyId(
                                                                    ann.credentials()
                                                                            .accessKeyId())),
                                    info -> info.account());
                        }),
                Question.of(
                                "DecodeAuthorizationMessage of what is no such message",
                                "400 InvalidAuthorizationMessageException",
                                "2.3",
                                side -> {
                                    Person ann = ann(side);
                                    return Answer.to(() ->
                                            ann.sts()
                                                    .decodeAuthorizationMessage(
                                                            b -> b.encodedMessage("x")));
                                })
                        .unlike(
                                "IAM, STS and S3 never send such a message, so it is not there;"
                                        + " `/why` explains"));
    }

    private static Person guest(Side side) {
        return side.with(ann(side).sts().getFederationToken(b -> b.name("guest")).credentials());
    }
}
