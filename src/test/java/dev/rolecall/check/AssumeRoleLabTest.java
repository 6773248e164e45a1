package dev.rolecall.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.iam.Caller;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.PutGroupPolicyRequest;

/// The lab's checks against the real services: every correct way counts, and no way around.
class AssumeRoleLabTest {
    @TempDir static Path shared;
    private static LabPlayer.Compiled compiled;

    @TempDir Path folder;
    private LabPlayer player;
    private LittleCloud cloud;

    @BeforeAll
    static void compile() {
        compiled = LabPlayer.Compiled.in(shared);
    }

    @BeforeEach
    void begin() {
        player = new LabPlayer(compiled, folder);
        cloud = player.cloud;
    }

    @Test
    void everyStepIsOpenBeforeItsSolutionAndDoneAfterIt() {
        List<Runnable> solutions = player.solutions();
        assertThat(compiled.lab().steps()).hasSameSizeAs(solutions);
        for (int i = 0; i < solutions.size(); i++) {
            cloud.nextStep();
            assertThat(player.outcome(i + 1).done()).as("step %d before", i + 1).isFalse();
            solutions.get(i).run();
            assertThat(player.open(i + 1)).as("step %d after", i + 1).isEmpty();
        }
    }

    @Test
    void everyMisconceptionNamesACriterionOfItsStep() {
        compiled.lab()
                .steps()
                .forEach(step ->
                        assertThat(compiled.checks().run(step, cloud.world()).criteria())
                                .extracting(Criterion::id)
                                .containsAll(
                                        step.wrong().stream()
                                                .map(wrong -> wrong.failsAt())
                                                .toList()));
    }

    @Test
    void everyCriterionIsReachedByAMisconceptionOrByNothingDone() {
        compiled.lab()
                .steps()
                .forEach(step ->
                        assertThat(compiled.checks().run(step, cloud.world()).criteria())
                                .as(step.id())
                                .allMatch(c -> c.verdict() instanceof Verdict.Failed)
                                .hasSizeBetween(2, 4));
    }

    @Test
    void aGroupThatGrantsNothingDoesNoHarm() {
        player.solved(3);
        cloud.admin(CreateGroupRequest.builder().groupName("people").build());
        cloud.admin(AddUserToGroupRequest.builder().groupName("people").userName("Test").build());
        cloud.admin(groupPolicy("Deny", "s3:*"));
        player.solve4();
        assertThat(player.open(4)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"s3:GetObject", "sts:AssumeRole", "iam:*", "ec2:DescribeInstances", "*"})
    void anythingThatAGroupGrantsIsAPermission(String action) {
        player.solved(3);
        cloud.admin(CreateGroupRequest.builder().groupName("people").build());
        cloud.admin(AddUserToGroupRequest.builder().groupName("people").userName("Test").build());
        cloud.admin(groupPolicy("Allow", action));
        player.solve4();
        assertThat(player.open(4)).containsExactly("testHasNoPermission");
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
        player.solved(3);
        player.trust(trustOf(principalAndCondition));
        assertThat(player.open(4)).isEmpty();
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
                "{'AWS':'*'}|{'StringEquals':{'sts:ExternalId':'secret'}} ; nobodyElseMay",
                "{'AWS':'*'}|{'StringEquals':{'aws:PrincipalTag/team':'x'}} ; testMay",
                "{'AWS':'arn:aws:iam::111122223333:user/Test','Service':'ec2.amazonaws.com'}| ; nobodyElseMay",
                "{'AWS':'*'}|{'Null':{'sts:ExternalId':'true'}} ; nobodyElseMay",
            })
    void aTrustThatLetsInMoreOrLessThanTestDoesNot(String principalAndCondition, String criterion) {
        player.solved(3);
        player.trust(trustOf(principalAndCondition));
        assertThat(player.open(4)).contains(criterion);
    }

    @Test
    void aSecondStatementWithAnExternalIdLetsStrangersIn() {
        player.solved(3);
        player.update(
                """
                {"Version":"2012-10-17","Statement":[
                 {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:user/Test"},
                  "Action":"sts:AssumeRole"},
                 {"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole",
                  "Condition":{"StringEquals":{"sts:ExternalId":"secret"}}}]}
                """);
        assertThat(player.open(4)).containsExactly("nobodyElseMay");
    }

    @Test
    void whatLetsAStrangerInIsTold() {
        player.solved(3);
        player.trust(trustOf("{'AWS':'*'}|"));
        assertThat(player.failed(4, "nobodyElseMay"))
                .isEqualTo(
                        new Verdict.Failed(
                                new Fact("sts:AssumeRole by a made-up user/Mallory", "DENY"),
                                new Fact("", "ALLOW"),
                                "statement 1 of the trust policy has Principal *: everybody",
                                "iam.getRole(…) shows the trust policy      /hint"));
        player.trust(trustOf("{'AWS':'111122223333'}|"));
        assertThat(player.failed(4, "nobodyElseMay").because()).endsWith(": the whole account");
        player.trust(trustOf("{'AWS':'*'}|{'StringEquals':{'aws:username':'Test'}}"));
        assertThat(player.failed(4, "nobodyElseMay").because())
                .isEqualTo(
                        "statement 1 of the trust policy has Principal *, and its condition holds"
                                + " for them: StringEquals aws:username Test");
        assertThat(player.failed(4, "nobodyElseMay").expected().what())
                .isEqualTo("sts:AssumeRole by a made-up user/Test of account 444455556666");
    }

    @Test
    void anIdentityProviderIsSomebodyElseToo() {
        player.solved(3);
        player.update(
                """
                {"Version":"2012-10-17","Statement":[
                 {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:user/Test"},
                  "Action":"sts:AssumeRole"},
                 {"Effect":"Allow","Principal":{"Federated":"accounts.google.com"},
                  "Action":"sts:AssumeRoleWithWebIdentity"}]}
                """);
        assertThat(player.open(4)).containsExactly("nobodyElseMay");
    }

    @Test
    void aSessionThatTheAdministratorBeganIsNotTests() {
        player.solved(3);
        Caller admins = player.assume(cloud.user("admin"), "admins");
        player.solve4();
        cloud.nextStep();
        player.identity(admins);
        assertThat(player.open(5)).containsExactly("testAssumedTheRole", "sessionWasUsed");
    }

    @Test
    void anObjectReadByTheAdministratorIsNotReadBack() {
        player.solved(5);
        Caller hat = player.assume(cloud.user("Test"), "hat");
        cloud.s3(hat, "PutObject", "s3:PutObject", LabPlayer.OBJECT);
        cloud.s3(cloud.user("admin"), "GetObject", "s3:GetObject", LabPlayer.OBJECT);
        assertThat(player.open(6)).contains("sessionWroteAndRead");
        cloud.s3(hat, "HeadObject", "s3:GetObject", LabPlayer.OBJECT);
        assertThat(player.open(6)).contains("sessionWroteAndRead");
        cloud.s3(hat, "GetObject", "s3:GetObject", LabPlayer.OBJECT);
        assertThat(player.open(6)).doesNotContain("sessionWroteAndRead");
    }

    @Test
    void aBucketPolicyThatLetsTestInIsAPermission() {
        player.solved(6);
        cloud.bucketPolicy(
                "any-bucket",
                """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
                 "Principal":{"AWS":"arn:aws:iam::111122223333:user/Test"},
                 "Action":"s3:GetObject","Resource":"arn:aws:s3:::any-bucket/*"}]}
                """);
        assertThat(player.open(6)).containsExactly("testHasNoPermission");
    }

    @Test
    void aSpareSessionFromBeforeTheEndIsNotANewOne() {
        player.solved(6);
        Caller hat = player.assume(cloud.user("Test"), "hat");
        player.identity(hat);
        cloud.advance(Duration.ofMinutes(59));
        Caller spare = player.assume(cloud.user("Test"), "spare");
        cloud.advance(Duration.ofMinutes(2));
        cloud.s3(hat, "ListBuckets", "s3:ListAllMyBuckets", "*");
        cloud.s3(spare, "ListBuckets", "s3:ListAllMyBuckets", "*");
        assertThat(player.open(7)).containsExactly("newSessionWorks");
    }

    @Test
    void theEndOfASessionThatNeverWorkedShowsNothing() {
        player.solved(6);
        Caller unused = player.assume(cloud.user("Test"), "unused");
        cloud.advance(Duration.ofMinutes(61));
        cloud.s3(unused, "ListBuckets", "s3:ListAllMyBuckets", "*");
        assertThat(player.open(7)).contains("sessionExpired");
    }

    @Test
    void aUserMadeAnewIsAnotherUser() {
        player.solve1();
        assertThat(player.open(1)).isEmpty();
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
        assertThat(player.open(1)).containsExactly("testAskedAndWasRefused");
    }

    private static String trustOf(String principalAndCondition) {
        String[] parts = principalAndCondition.split("\\|", -1);
        return LabPlayer.allow(parts[0], parts[1]);
    }

    private static PutGroupPolicyRequest groupPolicy(String effect, String action) {
        return PutGroupPolicyRequest.builder()
                .groupName("people")
                .policyName("p")
                .policyDocument(
                        LabPlayer.document(
                                "{'Effect':'%s','Action':'%s','Resource':'*'}"
                                        .formatted(effect, action)))
                .build();
    }
}
