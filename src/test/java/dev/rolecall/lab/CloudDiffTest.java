package dev.rolecall.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.cloud.CloudState;
import dev.rolecall.cloud.TestCloud;
import dev.rolecall.lab.Difference.Sign;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.s3.S3Client;

class CloudDiffTest {
    /// There are two accounts, so the names say which.
    private static final String HOME = "111122223333 ";

    @TempDir Path folder;
    private TestCloud cloud;
    private IamClient iam;

    @BeforeEach
    void aCloud() {
        cloud = new TestCloud(folder);
        iam = cloud.admin().iam();
    }

    @AfterEach
    void end() {
        cloud.close();
    }

    private CloudState now() {
        return cloud.cloud().state();
    }

    private List<Difference> since(CloudState before) {
        return CloudDiff.between(before, now(), cloud.cloud().iam().names());
    }

    private static String trust(String principal) {
        return """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
         "Principal":{"AWS":"%s"},"Action":"sts:AssumeRole"}]}
        """
                .formatted(principal);
    }

    @Test
    void nothingDoneIsNoDifference() {
        CloudState before = now();
        iam.listUsers();
        assertThat(since(before)).isEmpty();
    }

    @Test
    void aUserAndItsKeyComeAndGo() {
        CloudState before = now();
        iam.createUser(b -> b.userName("Test"));
        String key = iam.createAccessKey(b -> b.userName("Test")).accessKey().accessKeyId();
        assertThat(since(before))
                .containsExactly(
                        new Difference(Sign.CAME, HOME + "user Test", ""),
                        new Difference(Sign.CAME, HOME + "access key " + key + " of Test", ""));
        CloudState between = now();
        iam.deleteAccessKey(b -> b.userName("Test").accessKeyId(key));
        iam.deleteUser(b -> b.userName("Test"));
        assertThat(since(between)).extracting(Difference::sign).containsOnly(Sign.WENT);
        assertThat(since(before)).isEmpty();
    }

    @Test
    void aChangedTrustPolicyShowsItsLines() {
        iam.createUser(b -> b.userName("Test"));
        iam.createRole(b ->
                b.roleName("hat")
                        .assumeRolePolicyDocument(trust("arn:aws:iam::111122223333:root")));
        CloudState before = now();
        iam.updateAssumeRolePolicy(b ->
                b.roleName("hat").policyDocument(trust("arn:aws:iam::111122223333:user/Test")));
        assertThat(since(before))
                .singleElement()
                .satisfies(changed -> {
                    assertThat(changed.sign()).isEqualTo(Sign.CHANGED);
                    assertThat(changed.what()).isEqualTo(HOME + "role hat");
                    assertThat(changed.detail())
                            .startsWith("~ trust policy\n")
                            .containsPattern("- .*111122223333:root")
                            .containsPattern("\\+ .*111122223333:user/Test");
                });
    }

    @Test
    void aNewRolesPoliciesAreListed() {
        CloudState before = now();
        iam.createRole(b ->
                b.roleName("hat")
                        .assumeRolePolicyDocument(trust("arn:aws:iam::111122223333:root")));
        iam.attachRolePolicy(
                b -> b.roleName("hat").policyArn("arn:aws:iam::aws:policy/AmazonS3FullAccess"));
        assertThat(since(before))
                .containsExactly(
                        new Difference(
                                Sign.CAME,
                                HOME + "role hat",
                                "+ attached policy AmazonS3FullAccess\n+ trust policy"));
    }

    @Test
    void anotherUserOfTheSameNameIsAnotherUser() {
        iam.createUser(b -> b.userName("Test"));
        CloudState before = now();
        iam.deleteUser(b -> b.userName("Test"));
        iam.createUser(b -> b.userName("Test"));
        assertThat(since(before))
                .singleElement()
                .satisfies(changed ->
                        assertThat(changed.detail()).matches("~ unique id: AIDA\\w+ -> AIDA\\w+"));
    }

    @Test
    void membersTagsKeysAndObjectsAreToldByWhatChanged() {
        S3Client s3 = cloud.admin().s3();
        iam.createUser(b -> b.userName("Test"));
        iam.createGroup(b -> b.groupName("devs"));
        s3.createBucket(b -> b.bucket("notes"));
        s3.putObject(b -> b.bucket("notes").key("a"), RequestBody.fromString("1"));
        String key = iam.createAccessKey(b -> b.userName("Test")).accessKey().accessKeyId();
        CloudState before = now();
        iam.addUserToGroup(b -> b.groupName("devs").userName("Test"));
        iam.tagUser(b -> b.userName("Test").tags(Tag.builder().key("team").value("red").build()));
        iam.updateAccessKey(b -> b.userName("Test").accessKeyId(key).status("Inactive"));
        s3.putObject(b -> b.bucket("notes").key("a"), RequestBody.fromString("2"));
        s3.putObject(b -> b.bucket("notes").key("b"), RequestBody.fromString("3"));
        assertThat(since(before))
                .extracting(d -> d.sign().symbol() + " " + d.what() + ": " + d.detail())
                .anySatisfy(line ->
                        assertThat(line).isEqualTo("~ " + HOME + "group devs: + member Test"))
                .anySatisfy(line ->
                        assertThat(line).isEqualTo("~ " + HOME + "user Test: + tag team: red"))
                .anySatisfy(line -> assertThat(line).contains(key, "~ status: Active -> Inactive"))
                .anySatisfy(line -> assertThat(line).contains("~ object notes/a: ~ content: ETag"))
                .anySatisfy(line -> assertThat(line).startsWith("+ object notes/b"))
                .hasSize(5);
    }
}
