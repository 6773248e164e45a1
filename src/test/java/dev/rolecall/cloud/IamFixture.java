package dev.rolecall.cloud;

import static dev.rolecall.cloud.TestCloud.answer;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Tag;

/// A user of the first account who may nothing yet, and its administrator.
abstract class IamFixture {
    static final String IAM = "arn:aws:iam::111122223333:";
    static final String BOUNDARY = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess";

    @TempDir Path bodies;
    TestCloud cloud;
    IamClient admin;
    TestCloud.Clients user;
    IamClient iam;

    @BeforeEach
    void start() {
        cloud = new TestCloud(bodies);
        admin = cloud.admin().iam();
        user = cloud.user("U");
        iam = user.iam();
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    static void assertDenied(ThrowingCallable call) {
        assertThat(answer(call)).startsWith("403 AccessDenied");
    }

    static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
