package dev.rolecall.check;

import static dev.rolecall.check.LabPlayer.ROOT;
import static dev.rolecall.check.LabPlayer.TEST_ARN;
import static dev.rolecall.check.LabPlayer.allow;
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

/// Every correct way through the lab counts, however a policy is spelt.
class AssumeRoleWaysTest {
    @TempDir static Path shared;
    private static LabPlayer.Compiled compiled;

    @TempDir Path folder;
    private LabPlayer player;

    @BeforeAll
    static void compile() {
        compiled = LabPlayer.Compiled.in(shared);
    }

    @BeforeEach
    void begin() {
        player = new LabPlayer(compiled, folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'AWS':'111122223333'}|",
                "{'AWS':['arn:aws:iam::111122223333:root']}|",
                "{'AWS':'*'}|{'StringEquals':{'aws:PrincipalAccount':'111122223333'}}",
            })
    void everySpellingOfTheAccountIsLeftToTheAccountUnlessItLetsAllIn(String spelling) {
        player.solved(2);
        String[] parts = spelling.split("\\|", -1);
        player.trust(allow(parts[0], parts[1]));
        boolean all = parts[0].contains("*");
        assertThat(player.open(2)).isEqualTo(all ? List.of("trustsTheAccount") : List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'StringEquals':{'sts:ExternalId':'agreed'}}",
                "{'IpAddress':{'aws:SourceIp':'127.0.0.0/8'}}",
                "{'StringEquals':{'aws:PrincipalAccount':'111122223333'}}",
            })
    void aConditionThatEverybodyInTheAccountCanMeetDoesNoHarm(String condition) {
        player.solved(2);
        player.trust(allow(ROOT, condition));
        assertThat(player.open(2)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Effect':'Allow','Action':'s3:GetObject','Resource':'*'}",
                "{'Effect':'Allow','Action':'*','Resource':['arn:aws:s3:::*']}",
                "{'Effect':'Deny','Action':'ec2:*','Resource':'*'}",
                "{'Effect':'Allow','Action':'iam:*','Resource':'*'},{'Effect':'Deny','NotAction':['s3:*'],'Resource':'*'}",
                "{'Effect':'Allow','Action':['s3:List*','s3-object-lambda:Get*'],'Resource':'*'}",
            })
    void aPolicyBesideS3FullAccessThatGrantsNothingMoreDoesNoHarm(String statements) {
        player.solved(2);
        player.giveRole(statements);
        assertThat(player.open(2)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'AWS':'TEST'} | {'IpAddress':{'aws:SourceIp':'127.0.0.0/8'}}",
                "{'AWS':'TEST'} | {'StringLike':{'sts:RoleSessionName':'*'}}",
                "{'AWS':'TEST'} | {'StringEquals':{'sts:RoleSessionName':'${aws:username}'}}",
                "{'AWS':'TEST'} | {'StringEquals':{'sts:ExternalId':'secret'}}",
                "{'AWS':'TEST'} | {'Bool':{'aws:SecureTransport':'false'}}",
                "{'AWS':'TEST'} | {'DateLessThan':{'aws:CurrentTime':'2030-01-01T00:00:00Z'}}",
                "{'AWS':'TEST'} | {'NumericLessThan':{'aws:EpochTime':'1900000000'}}",
                "{'AWS':'TEST'} | {'StringNotEquals':{'sts:RoleSessionName':['root','admin']}}",
                "{'AWS':'TEST'} | {'Null':{'aws:MultiFactorAuthAge':'true'}}",
                "{'AWS':['TEST','TEST']} | {}",
                "{'AWS':'*'} | {'ArnLike':{'aws:PrincipalArn':'TEST'}}",
                "{'AWS':'*'} | {'StringLike':{'aws:PrincipalArn':'TEST'}}",
                "{'AWS':'*'} | {'StringEquals':{'aws:PrincipalArn':['TEST']},'StringNotEquals':{'aws:username':'Mallory'}}",
                "{'AWS':'*'} | {'ForAnyValue:StringEquals':{'aws:PrincipalArn':'TEST'}}",
                "{'AWS':'*'} | {'ForAllValues:ArnEquals':{'aws:PrincipalArn':'TEST'},'Null':{'aws:PrincipalArn':'false'}}",
                "{'AWS':'*'} | {'ArnEquals':{'aws:PrincipalArn':'arn:aws:iam::111122223333:user/${aws:username}'},'StringEquals':{'aws:username':'Test'}}",
                "{'AWS':'111122223333'} | {'StringEquals':{'aws:username':'Test'},'StringEqualsIfExists':{'aws:PrincipalType':'User'},'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::111122223333:user/T?st'},'Bool':{'aws:ViaAWSService':'true'}}",
                "{'AWS':'*'} | {'StringEquals':{'aws:PrincipalAccount':'111122223333'},'StringLike':{'aws:username':'Test'},'IpAddress':{'aws:SourceIp':['127.0.0.1','::1/128']}}",
            })
    void everySpellingOfOnlyTestCounts(String principal, String condition) {
        player.solved(3);
        boolean needsService = condition.contains("ViaAWSService");
        player.trust(
                allow(principal.replace("TEST", TEST_ARN), condition.replace("TEST", TEST_ARN)));
        assertThat(player.open(4)).isEqualTo(needsService ? List.of("testMay") : List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'StringNotEquals':{'aws:PrincipalArn':'TEST'}}",
                "{'ArnNotLike':{'aws:PrincipalArn':'TEST'}}",
                "{'StringNotEqualsIfExists':{'aws:PrincipalArn':['TEST']}}",
            })
    void everybodyWithADenyForAllButTestCounts(String condition) {
        player.solved(3);
        player.trust(
                allow("{'AWS':'*'}", ""),
                allow("{'AWS':'*'}", condition.replace("TEST", TEST_ARN))
                        .replace("'Allow'", "'Deny'"));
        assertThat(player.open(4)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'DateLessThan':{'aws:CurrentTime':'2020-01-01T00:00:00Z'}}",
                "{'StringEquals':{'aws:username':'Test','aws:PrincipalType':'AssumedRole'}}",
                "{'StringEquals':{'sts:ExternalId':'a'},'StringNotEquals':{'sts:ExternalId':'a'}}",
                "{'Null':{'sts:RoleSessionName':'true'}}",
                "{'StringEquals':{'sts:RoleSessionName':'not a name'}}",
                "{'IpAddress':{'aws:SourceIp':'10.0.0.0/9'},'NotIpAddress':{'aws:SourceIp':'10.0.0.0/8'}}",
                "{'NumericGreaterThan':{'aws:MultiFactorAuthAge':'9'},'NumericLessThan':{'aws:MultiFactorAuthAge':'5'}}",
            })
    void aSecondStatementThatNobodyCanMeetDoesNoHarm(String condition) {
        player.solved(3);
        player.trust(allow("{'AWS':'" + TEST_ARN + "'}", ""), allow("{'AWS':'*'}", condition));
        assertThat(player.open(4)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Effect':'Deny','Action':'*','Resource':'*'}",
                "{'Effect':'Allow','Action':'s3:*','Resource':'*'},{'Effect':'Deny','Action':'s3:*','Resource':'*'}",
                "{'Effect':'Allow','Action':'s3:*','Resource':'*','Condition':{'StringEquals':{'aws:username':'admin'}}}",
                "{'Effect':'Allow','Action':'s3:*','Resource':'*','Condition':{'StringEquals':{'aws:PrincipalTag/team':'red'}}}",
                "{'Effect':'Allow','Action':'sts:GetCallerIdentity','Resource':'*'}",
                "{'Effect':'Allow','Action':'s3:*','Resource':'*','Condition':{'DateLessThan':{'aws:CurrentTime':'2020-01-01T00:00:00Z'}}}",
                "{'Effect':'Allow','Action':'*','Resource':'*'},{'Effect':'Deny','Action':'*','Resource':'*','Condition':{'Null':{'aws:PrincipalTag/team':'true'}}}",
            })
    void aPolicyThatGrantsTestNothingDoesNoHarm(String statements) {
        player.solved(4);
        player.giveTest(statements);
        assertThat(player.open(4)).doesNotContain("testHasNoPermission");
    }

    @Test
    void aClockSetBackBeforeTheNewSessionCounts() {
        player.solved(6);
        Caller hat = player.assume(player.cloud.user("Test"), "hat");
        player.identity(hat);
        player.cloud.advance(Duration.ofMinutes(61));
        player.list(hat);
        player.cloud.resetClock();
        assertThat(player.failed(7, "newSessionWorks").observed().what())
                .isEqualTo("no session of the role did anything since");
        player.identity(player.assume(player.cloud.user("Test"), "again"));
        assertThat(player.open(7)).isEmpty();
    }

    @Test
    void anyEndOfASessionCounts() {
        player.solved(6);
        Caller first = player.assume(player.cloud.user("Test"), "first", 3600);
        player.identity(first);
        player.cloud.advance(Duration.ofMinutes(59));
        Caller spare = player.assume(player.cloud.user("Test"), "spare", 3600);
        player.cloud.advance(Duration.ofMinutes(2));
        player.list(first);
        player.identity(spare);
        assertThat(player.open(7)).containsExactly("newSessionWorks");
        player.cloud.resetClock();
        player.cloud.advance(Duration.ofMinutes(5));
        Caller second = player.assume(player.cloud.user("Test"), "second", 900);
        player.identity(second);
        player.cloud.advance(Duration.ofMinutes(16));
        player.list(second);
        player.identity(player.assume(player.cloud.user("Test"), "third", 900));
        assertThat(player.open(7)).isEmpty();
    }

    @Test
    void theSessionItselfIsNoReasonWhyItsRequestIsMissing() {
        player.solved(5);
        Caller hat = player.assume(player.cloud.user("Test"), "hat");
        player.cloud.s3(hat, "PutObject", "s3:PutObject", LabPlayer.OBJECT);
        player.cloud.s3(hat, "HeadObject", "s3:GetObject", LabPlayer.OBJECT);
        assertThat(player.failed(6, "sessionWroteAndRead").because()).isEmpty();
        player.cloud.s3(player.cloud.user("admin"), "GetObject", "s3:GetObject", LabPlayer.OBJECT);
        assertThat(player.failed(6, "sessionWroteAndRead").because()).contains("user/admin");
    }
}
