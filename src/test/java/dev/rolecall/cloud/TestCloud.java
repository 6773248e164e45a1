package dev.rolecall.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rolecall.guard.LabClock;
import dev.rolecall.guard.Recorded;
import dev.rolecall.iam.AccessKeyActions;
import dev.rolecall.iam.Caller;
import dev.rolecall.iam.Ids;
import dev.rolecall.iam.KeyOwner;
import dev.rolecall.policy.Principal;
import dev.rolecall.s3.Ground;
import dev.rolecall.s3.S3State;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyRequest;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/// A cloud of a test's own, and real SDK clients that call it over HTTP.
public final class TestCloud implements AutoCloseable {
    public static final String ACCOUNT = "111122223333";
    public static final String OTHER = "444455556666";

    private static final SdkHttpClient HTTP = UrlConnectionHttpClient.create();

    private static volatile Backing behind = new Backing.Embedded();

    private final LabClock clock = new LabClock(Clock.systemUTC());
    private final List<RuntimeException> bugs = new CopyOnWriteArrayList<>();
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final Cloud cloud;
    private final Clients admin;
    private final Clients otherAdmin;

    /// A cloud on the ground of the stories.
    public TestCloud(Path bodies) {
        this(bodies, behind);
    }

    /// @param backing a LocalStack, if it is one, that has nothing in the two accounts
    TestCloud(Path bodies, Backing backing) {
        cloud = start(bodies, backing);
        admin = with(cloud.iam().found(ACCOUNT, "admin"));
        otherAdmin = with(cloud.iam().found(OTHER, "admin"));
        cloud.open(S3State.empty());
        cloud.await();
        assertThat(notices).as("what a person is told at the start").isEmpty();
    }

    private Cloud start(Path bodies, Backing backing) {
        if (backing instanceof Backing.Embedded) {
            return Cloud.start(
                    CloudSettings.embedded(0, bodies, clock, Ids.secure(), bugs::add),
                    iam ->
                            Ground.s3(
                                    iam.names(),
                                    () -> iam.state().accounts().keySet(),
                                    clock,
                                    bodies));
        }
        return Cloud.start(
                new CloudSettings(
                        0, bodies, clock, Ids.secure(), backing, notices::add, bugs::add));
    }

    /// From now on clouds have this behind them.
    static void behind(Backing backing) {
        behind = backing;
    }

    public Cloud cloud() {
        return cloud;
    }

    public LabClock clock() {
        return clock;
    }

    /// The clients of one principal. They do not retry: a test sees the first answer.
    public final class Clients {
        private final AwsCredentials credentials;
        private final StaticCredentialsProvider provider;

        private Clients(AwsCredentials credentials) {
            this.credentials = credentials;
            this.provider = StaticCredentialsProvider.create(credentials);
        }

        public AwsCredentials credentials() {
            return credentials;
        }

        public IamClient iam() {
            return IamClient.builder()
                    .region(Region.AWS_GLOBAL)
                    .endpointOverride(cloud.uri())
                    .credentialsProvider(provider)
                    .httpClient(HTTP)
                    .overrideConfiguration(noRetry())
                    .build();
        }

        public StsClient sts() {
            return StsClient.builder()
                    .region(Region.US_EAST_1)
                    .endpointOverride(cloud.uri())
                    .credentialsProvider(provider)
                    .httpClient(HTTP)
                    .overrideConfiguration(noRetry())
                    .build();
        }

        public S3Client s3() {
            return S3Client.builder()
                    .region(Region.US_EAST_1)
                    .endpointOverride(cloud.uri())
                    .credentialsProvider(provider)
                    .httpClient(HTTP)
                    .overrideConfiguration(noRetry())
                    .build();
        }

        public S3AsyncClient s3Async() {
            return S3AsyncClient.builder()
                    .region(Region.US_EAST_1)
                    .endpointOverride(cloud.uri())
                    .credentialsProvider(provider)
                    .overrideConfiguration(noRetry())
                    .build();
        }

        public S3Presigner presigner() {
            return S3Presigner.builder()
                    .region(Region.US_EAST_1)
                    .endpointOverride(cloud.uri())
                    .credentialsProvider(provider)
                    .serviceConfiguration(
                            S3Configuration.builder().pathStyleAccessEnabled(true).build())
                    .build();
        }

        /// A request that the SDK would not make, signed with these credentials.
        RawRequest raw(String service) {
            return new RawRequest(cloud.uri(), service, credentials);
        }
    }

    private static ClientOverrideConfiguration noRetry() {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(DefaultRetryStrategy.doNotRetry())
                .build();
    }

    public Clients admin() {
        return admin;
    }

    public Clients otherAdmin() {
        return otherAdmin;
    }

    private Clients with(KeyOwner owner) {
        return new Clients(AwsBasicCredentials.create(owner.key().id(), owner.key().secret()));
    }

    public Clients with(AccessKey key) {
        return new Clients(AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey()));
    }

    public Clients with(Credentials c) {
        return new Clients(
                AwsSessionCredentials.create(
                        c.accessKeyId(), c.secretAccessKey(), c.sessionToken()));
    }

    public Clients with(String accessKeyId, String secret) {
        return new Clients(AwsBasicCredentials.create(accessKeyId, secret));
    }

    /// A new user of the first account, and clients with its key.
    public Clients user(String name) {
        return user(admin, name);
    }

    /// A new user of the other account, and clients with its key.
    public Clients stranger(String name) {
        return user(otherAdmin, name);
    }

    private Clients user(Clients by, String name) {
        IamClient iam = by.iam();
        iam.createUser(b -> b.userName(name));
        return with(iam.createAccessKey(b -> b.userName(name)).accessKey());
    }

    /// A new user of the first account with an inline policy.
    public Clients user(String name, String policy) {
        Clients user = user(name);
        allow(name, policy);
        return user;
    }

    /// Gives a user of the first account an inline policy, in place of the one it had.
    public void allow(String user, String policy) {
        admin.iam().putUserPolicy(b -> b.userName(user).policyName("own").policyDocument(policy));
    }

    /// Makes a role of the first account and returns its ARN.
    public String role(String name, String trust) {
        return admin.iam()
                .createRole(b -> b.roleName(name).assumeRolePolicyDocument(trust))
                .role()
                .arn();
    }

    /// Makes a role with an inline policy and returns its ARN.
    public String role(String name, String trust, String policy) {
        String arn = role(name, trust);
        admin.iam().putRolePolicy(b -> b.roleName(name).policyName("own").policyDocument(policy));
        return arn;
    }

    /// A new session of a role, named `ss`.
    public Clients assume(Clients caller, String role) {
        return with(
                caller.sts().assumeRole(b -> b.roleArn(role).roleSessionName("ss")).credentials());
    }

    /// The root user of an account, with a long-term key.
    public Clients root(String account) {
        Principal.Root root = new Principal.Root(account);
        AccessKeyActions actions =
                cloud.iam().actions().stream()
                        .filter(AccessKeyActions.class::isInstance)
                        .map(AccessKeyActions.class::cast)
                        .findFirst()
                        .orElseThrow();
        return with(
                actions.createAccessKey(
                                Caller.of(root, ""), CreateAccessKeyRequest.builder().build())
                        .accessKey());
    }

    /// The newest request of the audit trail.
    public Recorded last() {
        return cloud.trail().requests().getLast();
    }

    /// The refusal with which the call ends.
    public static AwsServiceException refusal(ThrowingCallable call) {
        AwsServiceException refusal = catchThrowableOfType(AwsServiceException.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal;
    }

    /// The status, code and message with which the call ends: `403 AccessDenied Access Denied`.
    public static String answer(ThrowingCallable call) {
        AwsServiceException refusal = refusal(call);
        return refusal.statusCode()
                + " "
                + refusal.awsErrorDetails().errorCode()
                + " "
                + refusal.awsErrorDetails().errorMessage();
    }

    /// What the cloud took for bugs of its own.
    public List<RuntimeException> bugs() {
        return bugs;
    }

    /// What is behind the cloud has what the cloud has, whatever the story was.
    @Override
    public void close() {
        try {
            assertThat(List.of(ACCOUNT, OTHER))
                    .allSatisfy(account -> assertThat(cloud.drift(account)).isEmpty());
        } finally {
            cloud.close();
        }
        if (!bugs.isEmpty()) {
            throw new AssertionError("the cloud met a bug", bugs.getFirst());
        }
    }
}
