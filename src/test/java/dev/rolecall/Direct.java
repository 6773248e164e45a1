package dev.rolecall;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.User;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.S3Object;

/// A LocalStack asked past the guard, as one account of it.
///
/// @param account 12 digits, which LocalStack takes from the key id
record Direct(URI endpoint, String account) {
    /// The administrator's account in the labs.
    static final String LEARNERS = "111122223333";

    static Direct to(URI endpoint) {
        return new Direct(endpoint, LEARNERS);
    }

    IamClient iam() {
        return to(IamClient.builder());
    }

    S3Client s3() {
        return to(S3Client.builder().forcePathStyle(true));
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C to(B builder) {
        return builder.endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(account, "any")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    Set<String> users() {
        try (IamClient iam = iam()) {
            return iam.listUsers().users().stream().map(User::userName).collect(Collectors.toSet());
        }
    }

    /// How many active keys a user has.
    long activeKeys(String user) {
        try (IamClient iam = iam()) {
            return iam.listAccessKeys(b -> b.userName(user)).accessKeyMetadata().stream()
                    .map(AccessKeyMetadata::statusAsString)
                    .filter("Active"::equals)
                    .count();
        }
    }

    /// The names of the policies of a user, its own and attached ones.
    Set<String> policiesOfUser(String user) {
        try (IamClient iam = iam()) {
            Set<String> names =
                    iam.listAttachedUserPolicies(b -> b.userName(user)).attachedPolicies().stream()
                            .map(AttachedPolicy::policyName)
                            .collect(Collectors.toCollection(TreeSet::new));
            names.addAll(iam.listUserPolicies(b -> b.userName(user)).policyNames());
            return names;
        }
    }

    Set<String> roles() {
        try (IamClient iam = iam()) {
            return iam.listRoles().roles().stream().map(Role::roleName).collect(Collectors.toSet());
        }
    }

    /// A role's trust policy.
    String trust(String role) {
        try (IamClient iam = iam()) {
            return URLDecoder.decode(
                    iam.getRole(b -> b.roleName(role)).role().assumeRolePolicyDocument(),
                    StandardCharsets.UTF_8);
        }
    }

    /// The ARNs of the policies attached to a role, and the names of its own.
    Set<String> policiesOfRole(String role) {
        try (IamClient iam = iam()) {
            Set<String> names =
                    iam.listAttachedRolePolicies(b -> b.roleName(role)).attachedPolicies().stream()
                            .map(AttachedPolicy::policyArn)
                            .collect(Collectors.toCollection(TreeSet::new));
            names.addAll(iam.listRolePolicies(b -> b.roleName(role)).policyNames());
            return names;
        }
    }

    /// Each bucket with its objects and what they hold.
    Map<String, Map<String, String>> buckets() {
        Map<String, Map<String, String>> all = new TreeMap<>();
        try (S3Client s3 = s3()) {
            for (Bucket bucket : s3.listBuckets().buckets()) {
                all.put(bucket.name(), objects(s3, bucket.name()));
            }
        }
        return all;
    }

    private static Map<String, String> objects(S3Client s3, String bucket) {
        return s3.listObjectsV2(b -> b.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .collect(
                        Collectors.toMap(
                                key -> key,
                                key ->
                                        s3.getObjectAsBytes(b -> b.bucket(bucket).key(key))
                                                .asUtf8String()));
    }
}
