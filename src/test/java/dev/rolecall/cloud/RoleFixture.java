package dev.rolecall.cloud;

import static dev.rolecall.cloud.Texts.allow;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sts.model.Tag;

/// Somebody who wants to assume role R of the first account.
abstract class RoleFixture {
    static final String ROLE = "arn:aws:iam::111122223333:role/R";
    static final String ASSUME = allow("sts:AssumeRole", "*");
    static final String OTHER_ROOT = "arn:aws:iam::444455556666:root";

    @TempDir Path bodies;
    TestCloud cloud;

    @BeforeEach
    void start() {
        cloud = new TestCloud(bodies);
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    static void assume(TestCloud.Clients caller) {
        caller.sts().assumeRole(b -> b.roleArn(ROLE).roleSessionName("ss"));
    }

    static String refused(String arn, String action) {
        return "403 AccessDenied User: "
                + arn
                + " is not authorized to perform: "
                + action
                + " on resource: "
                + ROLE;
    }

    static void assume(TestCloud.Clients caller, Tag... tags) {
        caller.sts().assumeRole(b -> b.roleArn(ROLE).roleSessionName("ss").tags(tags));
    }

    static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    void trustNow(String document) {
        cloud.admin().iam().updateAssumeRolePolicy(b -> b.roleName("R").policyDocument(document));
    }
}
