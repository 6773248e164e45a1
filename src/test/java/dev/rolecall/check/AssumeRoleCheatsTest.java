package dev.rolecall.check;

import static dev.rolecall.check.LabPlayer.ROOT;
import static dev.rolecall.check.LabPlayer.TEST_ARN;
import static dev.rolecall.check.LabPlayer.allow;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No way around the lab's checks: each of these lets in, or allows, more than the step says.
class AssumeRoleCheatsTest {
    private static final String TEST = "{'AWS':'" + TEST_ARN + "'}";
    private static final String EVERYBODY = "{'AWS':'*'}";

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
                "AmazonDynamoDBFullAccess",
                "AmazonEC2ReadOnlyAccess",
                "IAMReadOnlyAccess",
                "AmazonSQSReadOnlyAccess",
                "AWSCertificateManagerReadOnly",
                "AdministratorAccess"
            })
    void anotherPolicyBesideS3FullAccessIsSomethingElse(String awsPolicy) {
        player.solved(2);
        player.attachToRole(awsPolicy);
        assertThat(player.open(2)).containsExactly("sessionMayUseS3Only");
        Verdict.Failed failed = player.failed(2, "sessionMayUseS3Only");
        assertThat(failed.expected().what()).endsWith("nothing but s3, s3-object-lambda");
        assertThat(failed.because()).endsWith(" " + awsPolicy + " allows it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Effect':'Allow','Action':'iam:AttachUserPolicy','Resource':'*'}",
                "{'Effect':'Allow','Action':'iam:CreateAccessKey','Resource':'*'}",
                "{'Effect':'Allow','Action':'dynamodb:*','Resource':'*'}",
                "{'Effect':'Allow','Action':'sts:AssumeRole','Resource':'arn:aws:iam::*:role/other'}",
                "{'Effect':'Allow','NotAction':['iam:*','sts:*','dynamodb:*'],'Resource':'*'}",
                "{'Effect':'Allow','Action':'xray:Put*','Resource':'*'}",
                "{'Effect':'Allow','Action':'*','Resource':'arn:aws:glue:*:*:table/db/t'}",
                "{'Effect':'Allow','Action':'*','NotResource':'arn:aws:s3:::*'}",
                "{'Effect':'Allow','Action':'ec2:*','Resource':'*','Condition':{'StringEquals':{'aws:RequestedRegion':'eu-west-1'}}}",
                "{'Effect':'Allow','Action':'iam:*','Resource':'*','Condition':{'StringLike':{'aws:userid':'*:back*door'}}}",
                "{'Effect':'Allow','Action':'iam:*','Resource':'*','Condition':{'StringEquals':{'aws:PrincipalTag/x':'y'}}}",
            })
    void aPermissionBesideS3IsSomethingElse(String statement) {
        player.solved(2);
        player.giveRole(statement);
        assertThat(player.open(2)).containsExactly("sessionMayUseS3Only");
    }

    @Test
    void aTrustThatNamesOthersBesideTheAccountDoesNotLeaveItToTheAccount() {
        player.solved(2);
        String also = "{'AWS':['arn:aws:iam::111122223333:root'],'Service':'ec2.amazonaws.com'}";
        for (String more :
                new String[] {
                    also,
                    "{'AWS':['arn:aws:iam::111122223333:root','" + TEST_ARN + "']}",
                    "{'AWS':['111122223333','arn:aws:iam::111122223333:user/admin']}",
                    "{'AWS':['111122223333','" + LabPlayer.ROLE_ARN + "']}",
                    "{'AWS':['111122223333','arn:aws:sts::111122223333:assumed-role/x/y']}"
                }) {
            player.trust(allow(more, ""));
            assertThat(player.open(2)).as(more).containsExactly("trustsTheAccount");
            assertThat(player.open(3)).as(more).contains("trustLeavesItToTheAccount");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'StringEquals':{'sts:ExternalId':'secret'}}",
                "{'StringEquals':{'aws:PrincipalOrgID':'o-abcdefghij'}}",
                "{'StringEquals':{'aws:PrincipalAccount':'999988887777'}}",
                "{'IpAddress':{'aws:SourceIp':'203.0.113.0/24'}}"
            })
    void aSecondStatementForEverybodyDoesNotLeaveItToTheAccount(String condition) {
        player.solved(2);
        player.trust(allow(ROOT, ""), allow(EVERYBODY, condition));
        assertThat(player.open(2)).containsExactly("trustsTheAccount");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'StringEquals':{'sts:RoleSessionName':'${aws:username}'}}",
                "{'StringNotEqualsIfExists':{'aws:username':['Mallory','Test']},'ArnNotLikeIfExists':{'aws:PrincipalArn':['arn:aws:iam::*:role/operators','arn:aws:iam::*:role/Test']}}",
                "{'StringEquals':{'aws:username':'${sts:RoleSessionName}'}}",
                "{'StringNotLike':{'aws:userid':['AIDASTRANGER*','AROASTRANGER*']}}",
            })
    void theAccountBesideTestLetsSomebodyElseIn(String condition) {
        player.solved(3);
        player.trust(allow(TEST, ""), allow(ROOT, condition));
        assertThat(player.open(4)).containsExactly("nobodyElseMay");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'StringLike':{'sts:RoleSessionName':'${aws:username}-*'}}",
                "{'StringEquals':{'sts:ExternalId':'secret'},'StringNotEquals':{'sts:ExternalId':'other'}}",
                "{'DateGreaterThan':{'aws:CurrentTime':'2026-03-01T12:20:00Z'}}",
                "{'NumericGreaterThan':{'aws:EpochTime':'1900000000'}}",
                "{'StringLike':{'aws:CurrentTime':'2027-*'}}",
                "{'StringLike':{'sts:ExternalId':['a*z']},'StringNotLike':{'sts:ExternalId':['a?z','az','a??z']}}",
                "{'StringLike':{'sts:ExternalId':'a*'},'ForAnyValue:StringLike':{'sts:ExternalId':'*z'}}",
                "{'StringEqualsIgnoreCase':{'sts:ExternalId':'Secret'},'StringNotEquals':{'sts:ExternalId':['Secret','secret']}}",
                "{'NotIpAddress':{'aws:SourceIp':['0.0.0.0/1','128.0.0.0/2','192.0.0.0/3']}}",
                "{'IpAddress':{'aws:SourceIp':'10.0.0.0/8'},'NotIpAddress':{'aws:SourceIp':'10.0.0.0/9'}}",
                "{'StringNotLike':{'aws:PrincipalArn':['*Mallory','*Oscar','*Trudy','*Eve','*Test','*operators','*deploy','*audit','*x']}}",
                "{'StringNotEquals':{'aws:PrincipalAccount':['111122223333','444455556666','777788889999']}}",
                "{'StringEquals':{'aws:username':'Bob','aws:PrincipalAccount':'999988887777'}}",
                "{'StringEquals':{'aws:username':'Test'},'Null':{'aws:MultiFactorAuthAge':'false'}}",
                "{'StringLike':{'aws:userid':'*:Test'}}",
                "{'StringLike':{'aws:PrincipalArn':'arn:aws:iam::*:role/ci/*'}}",
                "{'StringEquals':{'aws:PrincipalTag/who':'Test'}}",
                "{'ForAnyValue:StringEquals':{'aws:CalledVia':'cloudformation.amazonaws.com'}}",
                "{'Bool':{'aws:SecureTransport':'true'}}",
                "{'StringEquals':{'aws:SourceVpc':'vpc-1'}}",
                "{'StringEquals':{'aws:RequestedRegion':'eu-north-1'}}",
                "{'StringLike':{'aws:UserAgent':'*curl*'},'StringNotLike':{'aws:UserAgent':'*aws-sdk*'}}",
                "{'Null':{'aws:SourceIp':'true'}}",
                "{'StringEquals':{'sts:RoleSessionName':'${aws:PrincipalTag/nick}'}}",
                "{'NumericLessThan':{'aws:MultiFactorAuthAge':'300'}}",
                "{'NumericEquals':{'sts:ExternalId':'5'}}",
                "{'DateLessThan':{'sts:RoleSessionName':'2020-01-01'}}",
                "{'StringLike':{'aws:userid':'AIDA?5*'},'StringNotLike':{'aws:userid':['*Q*','*H*','*7*']}}",
                "{'StringLike':{'aws:PrincipalAccount':'5*6'}}",
                "{'StringLike':{'aws:PrincipalArn':'arn:aws:iam::7*1:user/*/deep/*'}}",
                "{'DateGreaterThan':{'aws:CurrentTime':'2027-01-01T00:00:00Z'},'DateLessThan':{'aws:CurrentTime':'2027-01-01T00:00:01Z'}}",
                "{'ForAllValues:StringEquals':{'sts:TransitiveTagKeys':['a','b']},'ForAnyValue:StringEquals':{'sts:TransitiveTagKeys':'b'}}",
            })
    void everybodyBesideTestLetsSomebodyElseIn(String condition) {
        player.solved(3);
        player.trust(allow(TEST, ""), allow(EVERYBODY, condition));
        assertThat(player.open(4)).containsExactly("nobodyElseMay");
    }

    @Test
    void aDenyWithABackDoorLetsSomebodyElseIn() {
        player.solved(3);
        player.trust(
                allow(EVERYBODY, ""),
                """
                {'Effect':'Deny','Principal':{'AWS':'*'},'Action':'sts:AssumeRole',
                 'Condition':{'StringNotEquals':{'aws:PrincipalArn':'%s',
                                                 'sts:RoleSessionName':'backdoor'}}}
                """
                        .formatted(TEST_ARN));
        assertThat(player.open(4)).containsExactly("nobodyElseMay");
        assertThat(player.failed(4, "nobodyElseMay").expected().what())
                .isEqualTo(
                        "sts:AssumeRole by a made-up user/Mallory with sts:RoleSessionName"
                                + " backdoor");
    }

    @Test
    void tagsThatTheTrustLetsEverybodyPassLetThemIn() {
        player.solved(3);
        String tagged = "{'StringEquals':{'aws:RequestTag/team':'red'}}";
        player.trust(
                allow(TEST, ""),
                allow(EVERYBODY, tagged)
                        .replace("'sts:AssumeRole'", "['sts:AssumeRole','sts:TagSession']"));
        assertThat(player.open(4)).containsExactly("nobodyElseMay");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s3:::home-${aws:username}/*'}",
                "{'Effect':'Allow','Action':['iam:CreateAccessKey','iam:ListAccessKeys'],'Resource':'arn:aws:iam::*:user/${aws:username}'}",
                "{'Effect':'Allow','NotAction':['s3:*','sts:*','iam:*'],'Resource':'*'}",
                "{'Effect':'Allow','Action':'s3:*','Resource':'*','Condition':{'NotIpAddress':{'aws:SourceIp':'192.0.2.0/24'}}}",
                "{'Effect':'Allow','Action':'s3:ListBucket','Resource':'*','Condition':{'StringLike':{'s3:prefix':'${aws:username}/*'}}}",
                "{'Effect':'Allow','Action':'s3:ListBucket','Resource':'*','Condition':{'NumericLessThan':{'s3:max-keys':'10'}}}",
                "{'Effect':'Allow','Action':'s3:*','Resource':'*','Condition':{'DateGreaterThan':{'aws:CurrentTime':'2030-01-01T00:00:00Z'}}}",
                "{'Effect':'Allow','NotAction':'s3:*','NotResource':'arn:aws:iam::*:*'}",
                "{'Effect':'Allow','Action':'polly:SynthesizeSpeech','Resource':'*'}",
                "{'Effect':'Allow','Action':'s3:*','Resource':'*','Condition':{'StringEquals':{'aws:ResourceTag/owner':'${aws:username}'}}}",
                "{'Effect':'Allow','Action':'s3:*','Resource':'*','Condition':{'StringEquals':{'aws:ResourceAccount':'444455556666'}}}",
                "{'Effect':'Allow','Action':'s3:PutObject','Resource':'*','Condition':{'StringEquals':{'s3:x-amz-acl':'private'},'Bool':{'aws:SecureTransport':'true'}}}",
                "{'Effect':'Allow','Action':'ec2:*','Resource':'arn:aws:ec2:eu-west-1:111122223333:instance/*'}",
                "{'Effect':'Allow','Action':'s3:*','Resource':'*','Condition':{'Bool':{'aws:MultiFactorAuthPresent':'true'}}}",
                "{'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::a*/b?'},{'Effect':'Deny','Action':'s3:*','Resource':'arn:aws:s3:::aq7/*'}",
                "{'Effect':'Allow','Action':'ec2:*','Resource':'*'},{'Effect':'Deny','NotAction':'ec2:RebootInstances','Resource':'*'}",
                "{'Effect':'Allow','Action':'s3:*','Resource':'*'},{'Effect':'Deny','Action':'*','Resource':'*','Condition':{'StringNotEquals':{'aws:UserAgent':'me'}}}",
                "{'Effect':'Allow','Action':'s3:*','Resource':'*'},{'Effect':'Deny','Action':'s3:*','NotResource':'arn:aws:s3:::a*'},{'Effect':'Deny','Action':'s3:*','NotResource':'arn:aws:s3:::*z'}",
                "{'Effect':'Allow','Action':'s3:*','Resource':'*'},{'Effect':'Deny','NotAction':'s3:Get*','Resource':'*'},{'Effect':'Deny','NotAction':'s3:*Acl','Resource':'*'}",
                "{'Effect':'Allow','Action':'sts:AssumeRole','Resource':'arn:aws:iam::111122223333:role/account-s3-full-access','Condition':{'StringEquals':{'sts:ExternalId':'x1'}}}",
            })
    void anythingThatTestIsAllowedIsAPermissionOfItsOwn(String statements) {
        player.solved(3);
        player.solve4();
        player.giveTest(statements);
        assertThat(player.open(4)).contains("testHasNoPermission");
    }

    @Test
    void whatAwsOffersForUsersToManageThemselvesIsAPermission() {
        player.solved(4);
        player.attachToTest("IAMUserSSHKeys");
        player.attachToTest("IAMSelfManageServiceSpecificCredentials");
        assertThat(player.open(4)).containsExactly("testHasNoPermission");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Action':'s3:GetObject','Resource':'arn:aws:s3:::any-bucket/*','Condition':{'StringLike':{'aws:UserAgent':'*'}}",
                "'Action':'s3:DeleteObject','Resource':'arn:aws:s3:::any-bucket/*'",
                "'Action':'s3:PutBucketPolicy','Resource':'arn:aws:s3:::any-bucket'",
                "'Action':'s3:ListBucket','Resource':'arn:aws:s3:::any-bucket','Condition':{'StringEquals':{'s3:prefix':'any/'}}",
                "'Action':'s3:GetObject','Resource':'arn:aws:s3:::any-bucket/other/${aws:username}/*'",
                "'Action':'s3:Get*','Resource':'arn:aws:s3:::any-bucket/*','Condition':{'IpAddress':{'aws:SourceIp':'192.0.2.0/24'}}",
            })
    void aBucketPolicyThatAllowsTestAnythingIsAPermission(String rest) {
        player.solved(6);
        player.cloud.bucketPolicy(
                "any-bucket",
                LabPlayer.document("{'Effect':'Allow','Principal':" + TEST + "," + rest + "}"));
        assertThat(player.open(6)).containsExactly("testHasNoPermission");
    }

    @Test
    void aPolicyThatNobodyCanJudgeIsNotMet() {
        player.solved(3);
        StringBuilder keys = new StringBuilder("'aws:PrincipalArn':'" + TEST_ARN + "'");
        for (int i = 0; i < 12; i++) {
            keys.append(",'aws:RequestTag/k%d':['*a*','*b*','*c*','*d*']".formatted(i));
        }
        player.trust(
                allow(EVERYBODY, ""),
                "{'Effect':'Deny','Principal':%s,'Action':'sts:AssumeRole','Condition':{'StringNotLike':{%s}}}"
                        .formatted(EVERYBODY, keys));
        assertThat(player.failed(4, "nobodyElseMay").observed().what())
                .isEqualTo("they are too intricate to be judged");
    }
}
