package dev.rolecall.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Who signs what: the lab's variables follow the current principal, the learner's clients do not.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActingAsTest {
    private static final CredentialsValue TEST = CredentialsValue.ofKey("AKIATEST", "test-secret");
    private static final CredentialsValue ROLE =
            CredentialsValue.ofSession("ASIAROLE", "role-secret", "role-token");

    private LabShell lab;

    @BeforeAll
    void start(@TempDir Path folder) {
        lab = new LabShell(folder);
    }

    @AfterAll
    void close() {
        lab.close();
    }

    @BeforeEach
    void beAdmin() {
        lab.shell.become(LabShell.ADMIN);
    }

    private String lastKeyId() {
        return lab.aws.requests().getLast().accessKeyId();
    }

    private void assertSignedBy(String keyId, String snippet) {
        int before = lab.aws.requests().size();
        assertThat(lab.run(snippet)).as(snippet).isInstanceOf(Outcome.Value.class);
        assertThat(lab.aws.requests()).as(snippet).hasSizeGreaterThan(before);
        assertThat(lastKeyId()).as(snippet).isEqualTo(keyId);
    }

    @Test
    void theReadyMadeClientsActAsWhoeverIsCurrent() {
        assertSignedBy("AKIAADMIN", "s3.listBuckets()");
        lab.shell.become(TEST);
        assertThat(lab.shell.current()).isEqualTo(TEST);
        assertSignedBy("AKIATEST", "s3.listBuckets()");
        assertSignedBy("AKIATEST", "sts.getCallerIdentity()");
        assertSignedBy("AKIATEST", "iam.createUser(b -> b.userName(\"x\"))");
        lab.shell.become(ROLE);
        assertSignedBy("ASIAROLE", "iam.createUser(b -> b.userName(\"x\"))");
        assertThat(lab.aws.requests().getLast().text()).contains("role-token");
    }

    @Test
    void aClientMadeByCreateActsAsWhoeverWasCurrentThenAndKeepsThat() {
        lab.run("var s3OfAdmin = S3Client.create(); var stsOfAdmin = StsClient.create();");
        lab.run("var iamOfAdmin = IamClient.builder().region(Region.AWS_GLOBAL).build();");
        lab.run(
                "var asyncOfAdmin = S3AsyncClient.create(); var askedOfAdmin = StsClient.create();");
        // one that has already been asked, and others that have not
        assertSignedBy("AKIAADMIN", "askedOfAdmin.getCallerIdentity()");
        lab.shell.become(ROLE);
        lab.run("var s3OfRole = S3Client.create(); var asyncOfRole = StsAsyncClient.create();");
        lab.shell.become(TEST);
        assertSignedBy("AKIAADMIN", "s3OfAdmin.listBuckets()");
        assertSignedBy("AKIAADMIN", "stsOfAdmin.getCallerIdentity()");
        assertSignedBy("AKIAADMIN", "askedOfAdmin.getCallerIdentity()");
        assertSignedBy("AKIAADMIN", "iamOfAdmin.createUser(b -> b.userName(\"x\"))");
        assertSignedBy("AKIAADMIN", "asyncOfAdmin.listBuckets().join()");
        assertSignedBy("ASIAROLE", "s3OfRole.listBuckets()");
        assertSignedBy("ASIAROLE", "asyncOfRole.getCallerIdentity().join()");
        assertSignedBy("AKIATEST", "S3Client.create().listBuckets()");
        assertSignedBy("AKIATEST", "S3AsyncClient.create().listBuckets().join()");
        assertSignedBy(
                "AKIATEST",
                "StsClient.builder().credentialsProvider(DefaultCredentialsProvider.create())"
                        + ".build().getCallerIdentity()");
    }

    @Test
    void aPresignerKeepsItsPrincipalToo() {
        lab.run("var presigner = S3Presigner.create();");
        lab.shell.become(TEST);
        String url =
                "%s.presignGetObject(b -> b.signatureDuration(Duration.ofMinutes(1))"
                        + ".getObjectRequest(r -> r.bucket(\"b\").key(\"k\"))).url().toString()";
        assertThat(lab.value(url.formatted("presigner")))
                .contains(lab.aws.uri().toString())
                .contains("AKIAADMIN");
        assertThat(lab.value(url.formatted("S3Presigner.create()"))).contains("AKIATEST");
    }

    @Test
    void asAUserWearsTheNewestActiveKey() {
        assertSignedBy("AKIANEWEST", "as(\"Test\").s3().listBuckets()");
        assertSignedBy("AKIANEWEST", "as(\"Test\").sts().getCallerIdentity()");
        assertSignedBy("AKIANEWEST", "as(\"Test\").iam().createUser(b -> b.userName(\"x\"))");
        assertSignedBy("AKIAADMIN", "s3.listBuckets()");
    }

    @Test
    void asAUserWithoutAnActiveKeySaysWhichKeysThereAre() {
        assertThat(message("as(\"Off\")"))
                .isEqualTo(
                        "Off has no active access key, only AKIAOFF (inactive);"
                                + " iam.createAccessKey(b -> b.userName(\"Off\")) makes one");
        assertThat(message("as(\"Bare\")"))
                .isEqualTo(
                        "Bare has no access key; iam.createAccessKey(b -> b.userName(\"Bare\"))"
                                + " makes one");
        assertThat(message("as(\"tset\")")).isEqualTo("there is no user tset; did you mean Test?");
        assertThat(message("as(\"Somebody Else\")"))
                .isEqualTo("there is no user Somebody Else; the users are: Test, Off, Bare");
        assertThat(message("as(\"\")"))
                .isEqualTo("a user's name is missing; the users are: Test, Off, Bare");
        assertThat(message("as((String) null)")).startsWith("there is no user null; ");
    }

    private String message(String snippet) {
        return lab.run(snippet) instanceof Outcome.Threw threw ? threw.message() : "did not throw";
    }

    @Test
    void asCredentialsInEveryFormThatAwsGivesThem() {
        lab.run(
                "var role = sts.assumeRole(b -> b.roleArn(\"arn:aws:iam::111122223333:role/r\").roleSessionName(\"s\"));");
        lab.run("var made = iam.createAccessKey(b -> b.userName(\"Test\")).accessKey();");
        lab.run("var basic = AwsBasicCredentials.create(\"AKIABASIC\", \"s\"); int number = 1;");
        assertSignedBy("ASIAROLE", "as(role).s3().listBuckets()");
        assertThat(lab.aws.requests().getLast().text()).contains("session-token");
        assertSignedBy("ASIAROLE", "as(role.credentials()).s3().listBuckets()");
        assertSignedBy("AKIAMADE", "as(made).s3().listBuckets()");
        assertSignedBy("AKIABASIC", "as(basic).s3().listBuckets()");
        assertThat(lab.shell.credentialsOf("role"))
                .isEqualTo(
                        held(
                                CredentialsValue.ofSession(
                                        "ASIAROLE", "session-secret", "session-token")));
        assertThat(lab.shell.credentialsOf("made"))
                .isEqualTo(held(CredentialsValue.ofKey("AKIAMADE", "made-secret")));
        assertThat(lab.shell.credentialsOf("basic"))
                .isEqualTo(held(CredentialsValue.ofKey("AKIABASIC", "s")));
        assertThat(lab.shell.credentialsOf("number")).isEqualTo(new VariableCredentials.None());
        assertThat(lab.shell.credentialsOf("nothing"))
                .isEqualTo(new VariableCredentials.NoVariable());
        assertThat(lab.shell.credentialHolders())
                .contains("role", "made", "basic")
                .doesNotContain("number");
    }

    private static VariableCredentials held(CredentialsValue value) {
        return new VariableCredentials.Held(value);
    }

    @Test
    void aProviderIsAskedForItsCredentials() {
        lab.run("var plain = DefaultCredentialsProvider.builder().build();");
        lab.run(
                "var assumed = StsAssumeRoleCredentialsProvider.builder().stsClient(sts)"
                        + ".refreshRequest(b -> b.roleArn(\"arn:aws:iam::111122223333:role/r\")"
                        + ".roleSessionName(\"s\")).build();");
        lab.run("var test = as(\"Test\");");
        lab.run(
                "AwsCredentialsProvider broken = () -> { throw new IllegalStateException(\"no luck\"); };");
        assertThat(lab.shell.credentialsOf("plain")).isEqualTo(held(LabShell.ADMIN));
        assertThat(lab.shell.credentialsOf("assumed"))
                .isEqualTo(
                        held(
                                CredentialsValue.ofSession(
                                        "ASIAROLE", "session-secret", "session-token")));
        assertThat(lab.shell.credentialsOf("test"))
                .isEqualTo(held(CredentialsValue.ofKey("AKIANEWEST", "secret")));
        assertThat(lab.shell.credentialsOf("broken"))
                .isEqualTo(new VariableCredentials.Failed("IllegalStateException: no luck"));
        assertThat(lab.shell.credentialHolders()).contains("plain", "assumed", "test", "broken");
    }

    @Test
    void aProviderThatNeverAnswersCanBeStopped() throws InterruptedException {
        lab.run(
                "AwsCredentialsProvider endless ="
                        + " () -> { System.out.println(); while (true) {} };");
        lab.printed.clear();
        Thread presser = lab.stopOncePrinted();
        assertThat(lab.shell.credentialsOf("endless"))
                .isEqualTo(new VariableCredentials.Failed("stopped"));
        presser.join();
        assertThat(lab.value("1 + 1")).isEqualTo("2");
    }
}
