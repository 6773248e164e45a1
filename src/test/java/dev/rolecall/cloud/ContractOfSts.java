package dev.rolecall.cloud;

import static dev.rolecall.cloud.Texts.ROOT;
import static dev.rolecall.cloud.Texts.allow;
import static dev.rolecall.cloud.Texts.trust;

import java.time.Duration;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;
import software.amazon.awssdk.services.sts.model.Tag;

/// The walk through STS: each kind of session, what it may do, and its end.
final class ContractOfSts {
    private static final String ROLE = "arn:aws:iam::" + TestCloud.ACCOUNT + ":role/S";

    private final TestCloud cloud;
    private final Transcript told;
    private final TestCloud.Clients user;
    private final StsClient sts;

    ContractOfSts(TestCloud cloud, Transcript told) {
        this.cloud = cloud;
        this.told = told;
        user = cloud.user("sam", allow("sts:*", "*"));
        sts = user.sts();
        cloud.role(
                "S", trust(ROOT, "sts:AssumeRole,sts:TagSession", ""), allow("iam:ListUsers", "*"));
    }

    void walk() {
        identities();
        roles();
        tokens();
    }

    private void identities() {
        told.call("GetCallerIdentity", () -> sts.getCallerIdentity());
        told.refused(
                "GetCallerIdentity nobody's key",
                () -> cloud.with("AKIAIOSFODNN7EXAMPLE", "x").sts().getCallerIdentity());
        told.refused(
                "GetCallerIdentity wrong secret",
                () ->
                        cloud.with(user.credentials().accessKeyId(), "wrong")
                                .sts()
                                .getCallerIdentity());
        told.call(
                "GetAccessKeyInfo",
                () -> sts.getAccessKeyInfo(b -> b.accessKeyId(user.credentials().accessKeyId())));
    }

    private void roles() {
        told.refused(
                "AssumeRole none",
                () -> sts.assumeRole(b -> b.roleArn(ROLE + "x").roleSessionName("ss")));
        told.refused(
                "AssumeRole no session name",
                () -> sts.assumeRole(b -> b.roleArn(ROLE).roleSessionName("s s")));
        told.refused(
                "AssumeRole too long",
                () ->
                        sts.assumeRole(b ->
                                b.roleArn(ROLE).roleSessionName("ss").durationSeconds(43_200)));
        told.refused(
                "AssumeRole no session policy",
                () -> sts.assumeRole(b -> b.roleArn(ROLE).roleSessionName("ss").policy("{}")));
        Credentials credentials =
                told.call(
                                "AssumeRole",
                                () ->
                                        sts.assumeRole(b ->
                                                b.roleArn(ROLE)
                                                        .roleSessionName("ss")
                                                        .tags(
                                                                Tag.builder()
                                                                        .key("team")
                                                                        .value("blue")
                                                                        .build())))
                        .credentials();
        TestCloud.Clients session = cloud.with(hidden(credentials));
        told.call("GetCallerIdentity of it", () -> session.sts().getCallerIdentity());
        told.call("ListUsers by it", () -> session.iam().listUsers(b -> b.maxItems(1)));
        told.refused("ListRoles by it", () -> session.iam().listRoles());
        told.refused("GetSessionToken by it", () -> session.sts().getSessionToken());
        Credentials narrowed =
                told.call(
                                "AssumeRole narrowed",
                                () ->
                                        sts.assumeRole(b ->
                                                b.roleArn(ROLE)
                                                        .roleSessionName("ss")
                                                        .policyArns(
                                                                PolicyDescriptorType.builder()
                                                                        .arn(
                                                                                "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess")
                                                                        .build())))
                        .credentials();
        told.refused(
                "ListUsers by the narrowed", () -> cloud.with(hidden(narrowed)).iam().listUsers());
        cloud.clock().advance(Duration.ofMinutes(61));
        told.refused("ListUsers when it has ended", () -> session.iam().listUsers());
        cloud.clock().reset();
    }

    private Credentials hidden(Credentials credentials) {
        told.opaque("secret", credentials.secretAccessKey());
        told.opaque("token", credentials.sessionToken());
        return credentials;
    }

    private void tokens() {
        Credentials credentials =
                told.call("GetSessionToken", () -> sts.getSessionToken()).credentials();
        TestCloud.Clients session = cloud.with(hidden(credentials));
        told.refused("ListUsers by it", () -> session.iam().listUsers());
        Credentials federated =
                told.call(
                                "GetFederationToken",
                                () ->
                                        sts.getFederationToken(
                                                b -> b.name("fed").policy(allow("s3:*", "*"))))
                        .credentials();
        TestCloud.Clients fed = cloud.with(hidden(federated));
        told.call("GetCallerIdentity federated", () -> fed.sts().getCallerIdentity());
        told.refused("ListBuckets federated", () -> fed.s3().listBuckets());
        told.refused(
                "GetFederationToken no name", () -> sts.getFederationToken(b -> b.name("f d")));
        told.refused(
                "DecodeAuthorizationMessage",
                () -> sts.decodeAuthorizationMessage(b -> b.encodedMessage("x")));
    }
}
