package dev.rolecall.cloud;

import dev.rolecall.guard.LabClock;
import dev.rolecall.iam.AccessKey;
import dev.rolecall.iam.AccessKeyActions;
import dev.rolecall.iam.Caller;
import dev.rolecall.iam.Ids;
import dev.rolecall.localstack.TestContainer;
import dev.rolecall.policy.Principal;
import dev.rolecall.s3.S3State;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyRequest;

/// A LocalStack behind a guard of this side's own.
final class GuardedSide extends Side implements AutoCloseable {
    private final Cloud cloud;
    private final List<RuntimeException> bugs;
    private final Map<String, Person> administrators = new HashMap<>();

    private GuardedSide(Cloud cloud, List<RuntimeException> bugs, String account, String other) {
        super(cloud.uri(), account, other);
        this.cloud = cloud;
        this.bugs = bugs;
        cloud.iam().createAccount(account);
        cloud.iam().createAccount(other);
    }

    static GuardedSide before(URI container) {
        List<RuntimeException> bugs = new CopyOnWriteArrayList<>();
        Cloud cloud =
                Cloud.start(
                        new CloudSettings(
                                0,
                                Path.of("target"),
                                new LabClock(Clock.systemUTC()),
                                Ids.secure(),
                                new Backing.Running(container),
                                _ -> {},
                                bugs::add));
        cloud.open(S3State.empty());
        cloud.await();
        return new GuardedSide(cloud, bugs, TestContainer.account(), TestContainer.account());
    }

    @Override
    Person administrator(String of) {
        return administrators.computeIfAbsent(
                of,
                account -> {
                    AccessKey key = cloud.iam().found(account, "admin").key();
                    return with(key.id(), key.secret());
                });
    }

    /// Nobody but the account itself can make a root user's key.
    @Override
    Person root() {
        AccessKeyActions keys =
                cloud.iam().actions().stream()
                        .filter(AccessKeyActions.class::isInstance)
                        .map(AccessKeyActions.class::cast)
                        .findFirst()
                        .orElseThrow();
        Caller root = Caller.of(new Principal.Root(account()), "");
        var key = keys.createAccessKey(root, CreateAccessKeyRequest.builder().build()).accessKey();
        return with(key.accessKeyId(), key.secretAccessKey());
    }

    @Override
    Duration shortest() {
        return Duration.ofMinutes(15);
    }

    @Override
    void wait(Duration time) {
        cloud.clock().advance(time);
        cloud.clock().settle();
    }

    @Override
    public String toString() {
        return "LocalStack with Rolecall";
    }

    @Override
    public void close() {
        cloud.close();
        if (!bugs.isEmpty()) {
            throw new IllegalStateException("the cloud met a bug", bugs.getFirst());
        }
    }
}
