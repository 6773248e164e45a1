package dev.rolecall.cloud;

import static dev.rolecall.cloud.Texts.policy;
import static dev.rolecall.cloud.Texts.statement;

import dev.rolecall.guard.Recorded;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// A bucket of the first account with one object, and a user of that account who may nothing yet.
abstract class BoxFixture {
    static final String BOX = "arn:aws:s3:::box";
    static final String KEYS = BOX + "/*";

    @TempDir Path bodies;
    TestCloud cloud;
    S3Client admin;
    TestCloud.Clients user;
    S3Client s3;

    @BeforeEach
    void start() {
        cloud = new TestCloud(bodies);
        admin = cloud.admin().s3();
        admin.createBucket(b -> b.bucket("box"));
        put("k");
        user = cloud.user("U");
        s3 = user.s3();
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    void put(String key) {
        admin.putObject(b -> b.bucket("box").key(key), RequestBody.fromString("hello"));
    }

    /// Gives the user these actions on the bucket and its keys, and nothing else.
    void may(String... actions) {
        cloud.allow(
                "U",
                policy(
                        Stream.of(actions)
                                .flatMap(action ->
                                        Stream.of(
                                                statement("Allow", action, BOX),
                                                statement("Allow", action, KEYS)))
                                .toArray(String[]::new)));
    }

    List<String> asked() {
        return cloud.last().asked().stream().map(Recorded.Asked::action).toList();
    }
}
