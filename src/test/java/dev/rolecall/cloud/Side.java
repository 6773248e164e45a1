package dev.rolecall.cloud;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.sts.model.Credentials;

/// Where a story is told: a LocalStack alone, or the same LocalStack behind the guard. Each story
/// has two accounts that no other has.
abstract class Side {
    private final URI endpoint;
    private final String account;
    private final String other;

    Side(URI endpoint, String account, String other) {
        this.endpoint = endpoint;
        this.account = account;
        this.other = other;
    }

    String account() {
        return account;
    }

    String other() {
        return other;
    }

    /// The administrator of an account.
    abstract Person administrator(String of);

    /// The root user of the first account, with a long-term key.
    abstract Person root();

    /// The shortest session that is granted here.
    abstract Duration shortest();

    /// Makes it later.
    abstract void wait(Duration time);

    Person admin() {
        return administrator(account);
    }

    /// Somebody with this key, whoever that is.
    Person with(String accessKeyId, String secret) {
        return with(AwsBasicCredentials.create(accessKeyId, secret));
    }

    Person with(AwsCredentials credentials) {
        return new Person(endpoint, credentials);
    }

    Person with(Credentials c) {
        return with(
                AwsSessionCredentials.create(
                        c.accessKeyId(), c.secretAccessKey(), c.sessionToken()));
    }

    /// A new user with a key and no permission.
    Person user(String name) {
        return userOf(account, name);
    }

    /// A new user with an inline policy.
    Person user(String name, String policy) {
        Person user = user(name);
        admin().iam().putUserPolicy(b -> b.userName(name).policyName("own").policyDocument(policy));
        return user;
    }

    /// A new user of the other account, with an inline policy.
    Person stranger(String name, String policy) {
        Person stranger = userOf(other, name);
        administrator(other)
                .iam()
                .putUserPolicy(b -> b.userName(name).policyName("own").policyDocument(policy));
        return stranger;
    }

    private Person userOf(String of, String name) {
        Person admin = administrator(of);
        admin.iam().createUser(b -> b.userName(name));
        AccessKey key = admin.iam().createAccessKey(b -> b.userName(name)).accessKey();
        return with(key.accessKeyId(), key.secretAccessKey());
    }

    /// A new role of the first account; returns its ARN.
    String role(String name, String trust) {
        return admin().iam()
                .createRole(b -> b.roleName(name).assumeRolePolicyDocument(trust))
                .role()
                .arn();
    }

    /// The same with an inline policy.
    String role(String name, String trust, String policy) {
        String arn = role(name, trust);
        admin().iam().putRolePolicy(b -> b.roleName(name).policyName("own").policyDocument(policy));
        return arn;
    }

    /// A new session of a role, named `ss`.
    Person assume(Person caller, String role) {
        return with(
                caller.sts().assumeRole(b -> b.roleArn(role).roleSessionName("ss")).credentials());
    }

    /// A new bucket of the first account, with one object, `k`; returns its name.
    String box() {
        String name = "box-" + account;
        admin().s3().createBucket(b -> b.bucket(name));
        admin().s3().putObject(b -> b.bucket(name).key("k"), RequestBody.fromString("hello"));
        return name;
    }

    /// An ARN of the first account.
    ///
    /// @param resource such as `user/Ann`
    String arn(String resource) {
        return "arn:aws:iam::" + account + ":" + resource;
    }

    /// What was told, with the accounts as readers know them.
    String shown(String told) {
        return told.replace(account, TestCloud.ACCOUNT).replace(other, TestCloud.OTHER);
    }
}
