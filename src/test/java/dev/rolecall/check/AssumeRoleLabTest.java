package dev.rolecall.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.course.Course;
import dev.rolecall.course.Lab;
import dev.rolecall.iam.Caller;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.PutGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;

/// The lab's checks against the real services: every correct way counts, and no way around.
class AssumeRoleLabTest {
    private static final String ROLE = "account-s3-full-access";
    private static final String ROLE_ARN = "arn:aws:iam::111122223333:role/" + ROLE;
    private static final String TEST_ARN = "arn:aws:iam::111122223333:user/Test";
    private static final String OBJECT = "arn:aws:s3:::any-bucket/any/key";

    @TempDir static Path shared;
    private static Lab lab;
    private static Checks checks;

    @TempDir Path folder;
    private LittleCloud cloud;

    @BeforeAll
    static void compile() {
        lab = Course.open(Path.of("labs")).lab("assume-role").orUserError();
        checks = Checks.open(lab.checks(), shared, "test");
    }

    @BeforeEach
    void begin() {
        cloud = new LittleCloud(folder);
    }

    @Test
    void everyStepIsOpenBeforeItsSolutionAndDoneAfterIt() {
        List<Consumer<AssumeRoleLabTest>> solutions =
                List.of(
                        AssumeRoleLabTest::solve1,
                        AssumeRoleLabTest::solve2,
                        AssumeRoleLabTest::solve3,
                        AssumeRoleLabTest::solve4,
                        AssumeRoleLabTest::solve5,
                        AssumeRoleLabTest::solve6,
                        AssumeRoleLabTest::solve7);
        assertThat(lab.steps()).hasSameSizeAs(solutions);
        for (int i = 0; i < solutions.size(); i++) {
            cloud.nextStep();
            assertThat(outcome(i + 1).done()).as("step %d before", i + 1).isFalse();
            solutions.get(i).accept(this);
            assertThat(outcome(i + 1).open()).as("step %d after", i + 1).isEmpty();
        }
    }

    @Test
    void everyMisconceptionNamesACriterionOfItsStep() {
        lab.steps()
                .forEach(step ->
                        assertThat(checks.run(step, cloud.world()).criteria())
                                .extracting(Criterion::id)
                                .containsAll(
                                        step.wrong().stream()
                                                .map(wrong -> wrong.failsAt())
                                                .toList()));
    }

    @Test
    void everyCriterionIsReachedByAMisconceptionOrByNothingDone() {
        lab.steps()
                .forEach(step ->
                        assertThat(checks.run(step, cloud.world()).criteria())
                                .as(step.id())
                                .allMatch(c -> c.verdict() instanceof Verdict.Failed)
                                .hasSizeBetween(2, 4));
    }

    @Test
    void aGroupThatGrantsNothingDoesNoHarm() {
        upTo(3);
        cloud.admin(CreateGroupRequest.builder().groupName("people").build());
        cloud.admin(AddUserToGroupRequest.builder().groupName("people").userName("Test").build());
        cloud.admin(groupPolicy("Deny", "s3:*"));
        solve4();
        assertThat(outcome(4).open()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"s3:GetObject", "sts:AssumeRole", "iam:*", "ec2:DescribeInstances", "*"})
    void anythingThatAGroupGrantsIsAPermission(String action) {
        upTo(3);
        cloud.admin(CreateGroupRequest.builder().groupName("people").build());
        cloud.admin(AddUserToGroupRequest.builder().groupName("people").userName("Test").build());
        cloud.admin(groupPolicy("Allow", action));
        solve4();
        assertThat(outcome(4).open())
                .extracting(Criterion::id)
                .containsExactly("testHasNoPermission");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'AWS':'arn:aws:iam::111122223333:user/Test'}|",
                "{'AWS':['arn:aws:iam::111122223333:user/Test']}|",
                "{'AWS':'*'}|{'StringEquals':{'aws:PrincipalArn':'arn:aws:iam::111122223333:user/Test'}}",
                "{'AWS':'*'}|{'ArnEquals':{'AWS:principalarn':['arn:aws:iam::111122223333:user/Test']}}",
                "{'AWS':'*'}|{'StringEquals':{'aws:username':'Test','aws:PrincipalAccount':'111122223333'}}",
            })
    void everySpellingOfOnlyTestCounts(String principalAndCondition) {
        upTo(3);
        trust(principalAndCondition);
        assertThat(outcome(4).open()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{'AWS':'*'}| ; nobodyElseMay",
                "{'AWS':['arn:aws:iam::111122223333:user/Test','111122223333']}| ; nobodyElseMay",
                "{'AWS':['arn:aws:iam::111122223333:user/Test','arn:aws:iam::111122223333:user/admin']}| ; nobodyElseMay",
                "{'AWS':['arn:aws:iam::111122223333:user/Test','arn:aws:iam::111122223333:role/account-s3-full-access']}| ; nobodyElseMay",
                "{'AWS':'arn:aws:iam::111122223333:user/admin'}| ; testMay",
                "{'AWS':'arn:aws:iam::111122223333:root'}| ; nobodyElseMay",
                "{'AWS':'*'}|{'StringEquals':{'aws:username':'Test'}} ; nobodyElseMay",
                "{'AWS':'*'}|{'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::111122223333:user/Test*'}} ; nobodyElseMay",
                "{'AWS':'*'}|{'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::111122223333:user/*'}} ; nobodyElseMay",
                "{'AWS':'*'}|{'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::*:user/Test'}} ; nobodyElseMay",
                "{'AWS':'*'}|{'StringLike':{'aws:PrincipalArn':'*Test'}} ; nobodyElseMay",
                "{'AWS':'*'}|{'StringEquals':{'sts:ExternalId':'secret'}} ; testMay",
                "{'AWS':'*'}|{'StringEquals':{'aws:PrincipalTag/team':'x'}} ; testMay",
                "{'AWS':'arn:aws:iam::111122223333:user/Test','Service':'ec2.amazonaws.com'}| ; nobodyElseMay",
                "{'AWS':'*'}|{'Null':{'sts:ExternalId':'true'}} ; nobodyElseMay",
            })
    void aTrustThatLetsInMoreOrLessThanTestDoesNot(String principalAndCondition, String criterion) {
        upTo(3);
        trust(principalAndCondition);
        assertThat(outcome(4).open()).extracting(Criterion::id).contains(criterion);
    }

    @Test
    void aSecondStatementWithAnExternalIdLetsStrangersIn() {
        upTo(3);
        update(
                """
                {"Version":"2012-10-17","Statement":[
                 {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:user/Test"},
                  "Action":"sts:AssumeRole"},
                 {"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole",
                  "Condition":{"StringEquals":{"sts:ExternalId":"secret"}}}]}
                """);
        assertThat(outcome(4).open()).extracting(Criterion::id).containsExactly("nobodyElseMay");
    }

    @Test
    void whatLetsAStrangerInIsTold() {
        upTo(3);
        trust("{'AWS':'*'}|");
        assertThat(failed("nobodyElseMay"))
                .isEqualTo(
                        new Verdict.Failed(
                                new Fact("sts:AssumeRole by a made-up user/Mallory", "DENY"),
                                new Fact("", "ALLOW"),
                                "statement 1 of the trust policy has Principal *: everybody",
                                "iam.getRole(…) shows the trust policy      /hint"));
        trust("{'AWS':'111122223333'}|");
        assertThat(failed("nobodyElseMay").because()).endsWith(": the whole account");
        trust("{'AWS':'*'}|{'StringEquals':{'aws:username':'Test'}}");
        assertThat(failed("nobodyElseMay").because())
                .isEqualTo(
                        "statement 1 of the trust policy has Principal *, and its condition holds"
                                + " for them: StringEquals aws:username Test");
        assertThat(failed("nobodyElseMay").expected().what())
                .isEqualTo("sts:AssumeRole by a made-up user/Test of account 444455556666");
    }

    @Test
    void anIdentityProviderIsSomebodyElseToo() {
        upTo(3);
        update(
                """
                {"Version":"2012-10-17","Statement":[
                 {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:user/Test"},
                  "Action":"sts:AssumeRole"},
                 {"Effect":"Allow","Principal":{"Federated":"accounts.google.com"},
                  "Action":"sts:AssumeRoleWithWebIdentity"}]}
                """);
        assertThat(outcome(4).open()).extracting(Criterion::id).containsExactly("nobodyElseMay");
    }

    @Test
    void aSessionThatTheAdministratorBeganIsNotTests() {
        upTo(3);
        Caller admins = assume(cloud.user("admin"), "admins");
        solve4();
        cloud.nextStep();
        identity(admins);
        assertThat(outcome(5).open())
                .extracting(Criterion::id)
                .containsExactly("testAssumedTheRole", "sessionWasUsed");
    }

    @Test
    void anObjectReadByTheAdministratorIsNotReadBack() {
        upTo(5);
        Caller hat = assume(cloud.user("Test"), "hat");
        cloud.s3(hat, "PutObject", "s3:PutObject", OBJECT);
        cloud.s3(cloud.user("admin"), "GetObject", "s3:GetObject", OBJECT);
        assertThat(outcome(6).open()).extracting(Criterion::id).contains("sessionWroteAndRead");
        cloud.s3(hat, "HeadObject", "s3:GetObject", OBJECT);
        assertThat(outcome(6).open()).extracting(Criterion::id).contains("sessionWroteAndRead");
        cloud.s3(hat, "GetObject", "s3:GetObject", OBJECT);
        assertThat(outcome(6).open())
                .extracting(Criterion::id)
                .doesNotContain("sessionWroteAndRead");
    }

    @Test
    void aBucketPolicyThatLetsTestInIsAPermission() {
        upTo(6);
        cloud.bucketPolicy(
                "any-bucket",
                """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
                 "Principal":{"AWS":"arn:aws:iam::111122223333:user/Test"},
                 "Action":"s3:GetObject","Resource":"arn:aws:s3:::any-bucket/*"}]}
                """
                        .replace(TEST_ARN, cloud.user("Test").principal().userId()));
        assertThat(outcome(6).open())
                .extracting(Criterion::id)
                .containsExactly("testHasNoPermission");
    }

    @Test
    void aSpareSessionFromBeforeTheEndIsNotANewOne() {
        upTo(6);
        Caller hat = assume(cloud.user("Test"), "hat");
        identity(hat);
        cloud.advance(Duration.ofMinutes(59));
        Caller spare = assume(cloud.user("Test"), "spare");
        cloud.advance(Duration.ofMinutes(2));
        cloud.s3(hat, "ListBuckets", "s3:ListAllMyBuckets", "*");
        cloud.s3(spare, "ListBuckets", "s3:ListAllMyBuckets", "*");
        assertThat(outcome(7).open()).extracting(Criterion::id).containsExactly("newSessionWorks");
    }

    @Test
    void theEndOfASessionThatNeverWorkedShowsNothing() {
        upTo(6);
        Caller unused = assume(cloud.user("Test"), "unused");
        cloud.advance(Duration.ofMinutes(61));
        cloud.s3(unused, "ListBuckets", "s3:ListAllMyBuckets", "*");
        assertThat(outcome(7).open()).extracting(Criterion::id).contains("sessionExpired");
    }

    @Test
    void aUserMadeAnewIsAnotherUser() {
        solve1();
        assertThat(outcome(1).open()).isEmpty();
        Caller old = cloud.user("Test");
        cloud.admin(
                software.amazon.awssdk.services.iam.model.DeleteAccessKeyRequest.builder()
                        .userName("Test")
                        .accessKeyId(old.accessKeyId())
                        .build());
        cloud.admin(
                software.amazon.awssdk.services.iam.model.DeleteUserRequest.builder()
                        .userName("Test")
                        .build());
        cloud.admin(CreateUserRequest.builder().userName("Test").build());
        cloud.admin(CreateAccessKeyRequest.builder().userName("Test").build());
        assertThat(outcome(1).open())
                .extracting(Criterion::id)
                .containsExactly("testAskedAndWasRefused");
    }

    private Verdict.Failed failed(String criterion) {
        return outcome(4).open().stream()
                .filter(open -> open.id().equals(criterion))
                .map(open -> (Verdict.Failed) open.verdict())
                .findFirst()
                .orElseThrow();
    }

    private StepOutcome outcome(int step) {
        return checks.run(lab.steps().get(step - 1), cloud.world());
    }

    private void upTo(int step) {
        solve1();
        solve2();
        solve3();
        if (step >= 4) {
            solve4();
        }
        if (step >= 5) {
            solve5();
        }
        if (step >= 6) {
            solve6();
        }
        cloud.nextStep();
    }

    private void solve1() {
        cloud.admin(CreateUserRequest.builder().userName("Test").build());
        cloud.admin(CreateAccessKeyRequest.builder().userName("Test").build());
        cloud.s3(cloud.user("Test"), "ListBuckets", "s3:ListAllMyBuckets", "*");
    }

    private void solve2() {
        cloud.admin(
                CreateRoleRequest.builder()
                        .roleName(ROLE)
                        .assumeRolePolicyDocument(
                                document("{'AWS':'arn:aws:iam::111122223333:root'}", ""))
                        .build());
        cloud.admin(
                AttachRolePolicyRequest.builder()
                        .roleName(ROLE)
                        .policyArn("arn:aws:iam::aws:policy/AmazonS3FullAccess")
                        .build());
    }

    private void solve3() {
        Object answer = askForTheRole(cloud.user("Test"), "first");
        assertThat(answer).isEqualTo("AccessDenied");
    }

    private void solve4() {
        trust("{'AWS':'" + TEST_ARN + "'}|");
    }

    private void solve5() {
        identity(assume(cloud.user("Test"), "example-role"));
    }

    private void solve6() {
        Caller hat = assume(cloud.user("Test"), "another-name");
        cloud.s3(hat, "ListBuckets", "s3:ListAllMyBuckets", "*");
        cloud.s3(hat, "CompleteMultipartUpload", "s3:PutObject", OBJECT);
        cloud.s3(hat, "GetObject", "s3:GetObject", OBJECT);
        cloud.s3(cloud.user("Test"), "GetObject", "s3:GetObject", OBJECT);
    }

    private void solve7() {
        Caller hat = assume(cloud.user("Test"), "short");
        identity(hat);
        cloud.advance(Duration.ofMinutes(61));
        cloud.s3(hat, "ListBuckets", "s3:ListAllMyBuckets", "*");
        identity(assume(cloud.user("Test"), "short"));
    }

    private Caller assume(Caller caller, String name) {
        AssumeRoleResponse answer = (AssumeRoleResponse) askForTheRole(caller, name);
        return cloud.session(answer.credentials().accessKeyId());
    }

    private Object askForTheRole(Caller caller, String name) {
        return cloud.sts(
                caller,
                AssumeRoleRequest.builder().roleArn(ROLE_ARN).roleSessionName(name).build(),
                "sts:AssumeRole",
                ROLE_ARN);
    }

    private void identity(Caller caller) {
        cloud.sts(caller, GetCallerIdentityRequest.builder().build(), "sts:GetCallerIdentity", "*");
    }

    private void trust(String principalAndCondition) {
        String[] parts = principalAndCondition.split("\\|", -1);
        update(document(parts[0], parts[1]));
    }

    private void update(String document) {
        cloud.admin(
                UpdateAssumeRolePolicyRequest.builder()
                        .roleName(ROLE)
                        .policyDocument(document)
                        .build());
    }

    private static String document(String principal, String condition) {
        return """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":%s,
         "Action":"sts:AssumeRole","Condition":%s}]}
        """
                .formatted(principal, condition.isBlank() ? "{}" : condition)
                .replace('\'', '"');
    }

    private static PutGroupPolicyRequest groupPolicy(String effect, String action) {
        return PutGroupPolicyRequest.builder()
                .groupName("people")
                .policyName("p")
                .policyDocument(
                        """
                        {"Version":"2012-10-17",
                         "Statement":[{"Effect":"%s","Action":"%s","Resource":"*"}]}
                        """
                                .formatted(effect, action))
                .build();
    }
}
