package dev.rolecall.cloud;

import dev.rolecall.guard.LabClock;
import dev.rolecall.iam.Ids;
import dev.rolecall.iam.KeyOwner;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/// A cloud of a test's own, and real SDK clients that call it over HTTP.
public final class TestCloud implements AutoCloseable {
    public static final String ACCOUNT = "111122223333";
    public static final String OTHER = "444455556666";

    private final LabClock clock = new LabClock(Clock.systemUTC());
    private final List<RuntimeException> bugs = new ArrayList<>();
    private final Cloud cloud;
    private final KeyOwner admin;
    private final KeyOwner otherAdmin;

    public TestCloud(Path bodies) {
        cloud = Cloud.start(0, bodies, clock, Ids.secure(), bugs::add);
        admin = cloud.iam().found(ACCOUNT, "admin");
        otherAdmin = cloud.iam().found(OTHER, "admin");
    }

    public Cloud cloud() {
        return cloud;
    }

    public LabClock clock() {
        return clock;
    }

    /// The clients of one principal.
    public final class Clients {
        private final StaticCredentialsProvider credentials;

        private Clients(AwsCredentials credentials) {
            this.credentials = StaticCredentialsProvider.create(credentials);
        }

        public IamClient iam() {
            return IamClient.builder()
                    .region(Region.AWS_GLOBAL)
                    .endpointOverride(cloud.uri())
                    .credentialsProvider(credentials)
                    .build();
        }

        public StsClient sts() {
            return StsClient.builder()
                    .region(Region.US_EAST_1)
                    .endpointOverride(cloud.uri())
                    .credentialsProvider(credentials)
                    .build();
        }

        public S3Client s3() {
            return S3Client.builder()
                    .region(Region.US_EAST_1)
                    .endpointOverride(cloud.uri())
                    .credentialsProvider(credentials)
                    .build();
        }
    }

    public Clients admin() {
        return with(admin);
    }

    public Clients otherAdmin() {
        return with(otherAdmin);
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

    /// A new user of the first account, and clients with its key.
    public Clients user(String name) {
        IamClient iam = admin().iam();
        iam.createUser(b -> b.userName(name));
        return with(iam.createAccessKey(b -> b.userName(name)).accessKey());
    }

    @Override
    public void close() {
        cloud.close();
        if (!bugs.isEmpty()) {
            throw new AssertionError("the cloud met a bug", bugs.getFirst());
        }
    }
}
