package dev.rolecall;

import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/// A program of somebody's that knows nothing of Rolecall: its endpoint, keys and region come from
/// the environment. Says on standard output how it was answered.
final class AnyClient {
    private static final String POLICY =
            """
            {"Version": "2012-10-17", "Statement":
              {"Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*"}}
            """;

    private AnyClient() {}

    /// @param args the name of a bucket to make
    public static void main(String[] args) {
        IamClient iam = IamClient.builder().httpClient(http()).build();
        S3Client s3 = S3Client.builder().httpClient(http()).forcePathStyle(true).build();
        say("who", () -> StsClient.builder().httpClient(http()).build().getCallerIdentity().arn());
        say("bucket", () -> s3.createBucket(b -> b.bucket(args[0])).location());

        iam.createUser(b -> b.userName("guest"));
        AccessKey key = iam.createAccessKey(b -> b.userName("guest")).accessKey();
        S3Client guest = s3(key.accessKeyId(), key.secretAccessKey());
        say("guest", () -> "" + guest.listBuckets().hasBuckets());
        iam.putUserPolicy(b -> b.userName("guest").policyName("list").policyDocument(POLICY));
        say("guest with a policy", () -> "" + guest.listBuckets().hasBuckets());
        say("guest elsewhere", () -> guest.deleteBucket(b -> b.bucket(args[0])).toString());
        say("wrong secret", () -> s3(key.accessKeyId(), "wrong").listBuckets().toString());
        say("unknown key", () -> s3("AKIAQQQQQQQQQQQQQQQQ", "any").listBuckets().toString());
    }

    private static software.amazon.awssdk.http.SdkHttpClient http() {
        return UrlConnectionHttpClient.create();
    }

    private static S3Client s3(String id, String secret) {
        return S3Client.builder()
                .httpClient(http())
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret)))
                .build();
    }

    private static void say(String what, Supplier<String> call) {
        try {
            System.out.println(what + ": " + call.get());
        } catch (AwsServiceException e) {
            System.out.println(what + ": " + e.awsErrorDetails().errorCode());
        }
    }
}
