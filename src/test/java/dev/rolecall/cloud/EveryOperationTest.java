package dev.rolecall.cloud;

import static dev.rolecall.cloud.Texts.ROOT;
import static dev.rolecall.cloud.Texts.allow;
import static dev.rolecall.cloud.Texts.trust;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.guard.Recorded;
import dev.rolecall.wire.AwsService;
import dev.rolecall.wire.ClientCalls;
import dev.rolecall.wire.Operation;
import dev.rolecall.wire.ValidRequests;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;

/// All operations of the three models, called by the real clients: none ends in a failure of the
/// cloud's, and each that is there asks for the permission that AWS asks for.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryOperationTest {
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    /// Operations with an endpoint or a protocol of their own, which the client sends elsewhere.
    private static final Set<String> ELSEWHERE =
            Set.of(
                    "ListDirectoryBuckets",
                    "WriteGetObjectResponse",
                    "SelectObjectContent",
                    "CreateSession");

    /// Always allowed, or refused to some without asking a policy.
    private static final Set<String> UNASKED =
            Set.of("GetCallerIdentity", "GetSessionToken", "DeleteObjects");

    /// S3's permissions that are not named like the operation (aws-truth 4).
    private static final Map<String, String> NAMED_OTHERWISE =
            Map.ofEntries(
                    Map.entry("ListBuckets", "ListAllMyBuckets"),
                    Map.entry("HeadBucket", "ListBucket"),
                    Map.entry("ListObjects", "ListBucket"),
                    Map.entry("ListObjectsV2", "ListBucket"),
                    Map.entry("ListObjectVersions", "ListBucketVersions"),
                    Map.entry("ListMultipartUploads", "ListBucketMultipartUploads"),
                    Map.entry("DeleteBucketTagging", "PutBucketTagging"),
                    Map.entry("GetPublicAccessBlock", "GetBucketPublicAccessBlock"),
                    Map.entry("PutPublicAccessBlock", "PutBucketPublicAccessBlock"),
                    Map.entry("DeletePublicAccessBlock", "PutBucketPublicAccessBlock"),
                    Map.entry("DeleteBucketOwnershipControls", "PutBucketOwnershipControls"),
                    Map.entry("GetBucketEncryption", "GetEncryptionConfiguration"),
                    Map.entry("PutBucketEncryption", "PutEncryptionConfiguration"),
                    Map.entry("DeleteBucketEncryption", "PutEncryptionConfiguration"),
                    Map.entry("GetBucketLifecycleConfiguration", "GetLifecycleConfiguration"),
                    Map.entry("DeleteBucketLifecycle", "PutLifecycleConfiguration"),
                    Map.entry("GetBucketCors", "GetBucketCORS"),
                    Map.entry("DeleteBucketCors", "PutBucketCORS"),
                    Map.entry("GetBucketNotificationConfiguration", "GetBucketNotification"),
                    Map.entry("GetBucketReplication", "GetReplicationConfiguration"),
                    Map.entry("DeleteBucketReplication", "PutReplicationConfiguration"),
                    Map.entry("GetBucketAccelerateConfiguration", "GetAccelerateConfiguration"),
                    Map.entry("GetObjectLockConfiguration", "GetBucketObjectLockConfiguration"),
                    Map.entry(
                            "GetBucketMetadataConfiguration",
                            "GetBucketMetadataTableConfiguration"),
                    Map.entry("ListBucketAnalyticsConfigurations", "GetAnalyticsConfiguration"),
                    Map.entry("ListBucketInventoryConfigurations", "GetInventoryConfiguration"),
                    Map.entry("ListBucketMetricsConfigurations", "GetMetricsConfiguration"),
                    Map.entry(
                            "ListBucketIntelligentTieringConfigurations",
                            "GetIntelligentTieringConfiguration"),
                    Map.entry("HeadObject", "GetObject"),
                    Map.entry("GetObjectAttributes", "GetObject"),
                    Map.entry("CopyObject", "GetObject"),
                    Map.entry("UploadPartCopy", "GetObject"),
                    Map.entry("CreateMultipartUpload", "PutObject"),
                    Map.entry("UploadPart", "PutObject"),
                    Map.entry("CompleteMultipartUpload", "PutObject"),
                    Map.entry("ListParts", "ListMultipartUploadParts"));

    @TempDir static Path bodies;
    private TestCloud cloud;
    private TestCloud.Clients admin;
    private TestCloud.Clients nobody;
    private final Map<String, Object> clients = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();

    @BeforeAll
    void start() {
        System.out.println("EveryOperationTest seed " + SEED);
        cloud = new TestCloud(bodies);
        admin = cloud.admin();
        nobody = cloud.user("Nobody", allow("ec2:*", "*"));
        admin.s3().createBucket(b -> b.bucket("box"));
        values.putAll(
                Map.of(
                        "Bucket", "box",
                        "Key", "k",
                        "CopySource", "box/k",
                        "Policy", allow("ec2:*", "*"),
                        "PolicyDocument", allow("ec2:*", "*"),
                        "AssumeRolePolicyDocument", trust(ROOT),
                        "PolicyArn", "arn:aws:iam::111122223333:policy/P",
                        "VersionId", "v1",
                        "UserName", "Nobody"));
    }

    @AfterAll
    void stop() {
        cloud.close();
    }

    static Stream<Operation> operations() {
        return Stream.of(AwsService.values())
                .flatMap(service -> Operation.all(service).stream())
                .filter(Operation::hasModelClass)
                .filter(operation -> !ELSEWHERE.contains(operation.name()));
    }

    /// The status of the answer; 0 if the client did not send it.
    private int call(TestCloud.Clients who, Operation operation, SdkPojo request) {
        Object client =
                clients.computeIfAbsent(
                        who.credentials().accessKeyId() + operation.service(),
                        _ ->
                                switch (operation.service()) {
                                    case IAM -> who.iam();
                                    case STS -> who.sts();
                                    case S3 -> who.s3();
                                });
        try {
            ClientCalls.call(client, operation, request, new byte[] {'h', 'i'});
            return 200;
        } catch (InvocationTargetException e) {
            return switch (e.getCause()) {
                case AwsServiceException refusal -> refusal.statusCode();
                case SdkClientException _ -> 0;
                case null, default -> throw new AssertionError(operation.toString(), e);
            };
        }
    }

    private SdkPojo minimal(Operation operation) {
        Map<String, String> with = new HashMap<>(values);
        if (operation.service() == AwsService.S3) {
            admin.s3().putObject(b -> b.bucket("box").key("k"), RequestBody.fromString("hi"));
        }
        boolean ofUpload =
                operation.name().contains("Upload") || operation.name().equals("ListParts");
        if (operation.service() == AwsService.S3 && ofUpload) {
            String id = admin.s3().createMultipartUpload(b -> b.bucket("box").key("k")).uploadId();
            with.put("UploadId", id);
        }
        return ValidRequests.minimal(operation, with);
    }

    @Test
    void allOperationsAreTried() {
        assertThat(operations().count()).isGreaterThan(295);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void noOperationFailsWhateverItIsAsked(Operation operation) {
        int bugs = cloud.bugs().size();
        assertThat(call(admin, operation, minimal(operation))).isNotEqualTo(500);
        Random random = new Random(SEED + operation.name().hashCode());
        for (int i = 0; i < 3; i++) {
            SdkPojo odd = ValidRequests.odd(operation, random);
            assertThat(call(admin, operation, odd)).as("seed %d: %s", SEED, odd).isNotEqualTo(500);
        }
        assertThat(cloud.bugs()).as("seed %d", SEED).hasSize(bugs);
        keepAdmin();
    }

    /// Some operation may have taken away what the others need.
    private void keepAdmin() {
        boolean there = cloud.cloud().s3().bucket("box").isPresent();
        if (!there) {
            admin.s3().createBucket(b -> b.bucket("box"));
        }
        if (cloud.cloud().s3().bucket("box").orElseThrow().settings().policy().isPresent()) {
            admin.s3().deleteBucketPolicy(b -> b.bucket("box"));
        }
        assertThat(admin.sts().getCallerIdentity().arn()).endsWith(":user/admin");
    }

    private boolean isThere(Operation operation) {
        CloudState before = cloud.cloud().state();
        int status = call(admin, operation, minimal(operation));
        Recorded recorded = cloud.last();
        cloud.cloud().restore(before);
        return status != 501 && !recorded.errorCode().equals("InvalidAction");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationAsksForItsPermissionOrIsNotThere(Operation operation) {
        if (!isThere(operation)) {
            assertThat(call(admin, operation, minimal(operation)))
                    .isEqualTo(operation.service() == AwsService.S3 ? 501 : 400);
            return;
        }
        if (UNASKED.contains(operation.name())) {
            return;
        }
        assertThat(call(nobody, operation, minimal(operation))).as("%s", operation).isEqualTo(403);
        Recorded recorded = cloud.last();
        assertThat(recorded.operation()).isEqualTo(operation.name());
        assertThat(recorded.asked()).as("%s: %s", operation, recorded).isNotEmpty();
        Recorded.Asked asked = recorded.asked().getFirst();
        switch (operation.service()) {
            case IAM -> iam(operation, asked);
            case STS -> assertThat(asked.action()).isEqualTo("sts:" + operation.name());
            case S3 -> s3(operation, asked);
        }
    }

    private static void iam(Operation operation, Recorded.Asked asked) {
        assertThat(asked.action()).isEqualTo("iam:" + operation.name());
        Map<String, String> actions = table("/dev/rolecall/cloud/iam-actions.tsv");
        assertThat(actions).containsKey(operation.name());
        String types = actions.getOrDefault(operation.name(), "");
        if (types.isEmpty()) {
            assertThat(asked.resource()).isEqualTo("*");
        } else {
            assertThat(asked.resource())
                    .as("%s on %s", operation, types)
                    .matches("arn:aws:iam::\\d{12}:(" + types.replace(",", "|") + ")/.*");
        }
    }

    private static void s3(Operation operation, Recorded.Asked asked) {
        Map<String, String> types = new HashMap<>(table("/dev/rolecall/policy/s3-actions.tsv"));
        types.put("ListAllMyBuckets", "");
        types.put("CreateBucket", "bucket");
        String action = asked.action().substring("s3:".length());
        assertThat(action)
                .isEqualTo(NAMED_OTHERWISE.getOrDefault(operation.name(), operation.name()));
        assertThat(types).containsKey(action);
        String type = types.getOrDefault(action, "");
        assertThat(asked.resource())
                .as("%s", operation)
                .isEqualTo(
                        switch (List.of(type.split(",", -1)).getFirst()) {
                            case "bucket" -> "arn:aws:s3:::box";
                            case "" -> "*";
                            default -> "arn:aws:s3:::box/k";
                        });
    }

    private static Map<String, String> table(String resource) {
        Map<String, String> rows = new HashMap<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        EveryOperationTest.class.getResourceAsStream(resource)),
                                StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(cells -> rows.put(cells[0], cells[1].toLowerCase(Locale.ROOT)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
