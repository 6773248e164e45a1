package dev.rolecall.policy;

import static dev.rolecall.policy.Ask.A;
import static dev.rolecall.policy.Ask.B;
import static dev.rolecall.policy.Ask.FEDERATED;
import static dev.rolecall.policy.Ask.ROOT;
import static dev.rolecall.policy.Ask.SESSION;
import static dev.rolecall.policy.Ask.TEST;
import static dev.rolecall.policy.Ask.allow;
import static dev.rolecall.policy.Ask.aws;
import static dev.rolecall.policy.Ask.bucketAllow;
import static dev.rolecall.policy.Ask.deny;
import static dev.rolecall.policy.Evaluation.Decision.ALLOW;
import static dev.rolecall.policy.Evaluation.Decision.EXPLICIT_DENY;
import static dev.rolecall.policy.Evaluation.Decision.IMPLICIT_DENY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.policy.Evaluation.Layer;
import org.junit.jupiter.api.Test;

/// The layers of a decision (aws-truth §1.2, §1.3) and the vectors of §8 that concern policies.
class DecisionTest {
    private static final String S3 = allow("s3:*", "*");

    @Test
    void everythingIsDeniedByDefault() {
        assertThat(Ask.by(TEST).decision()).isEqualTo(IMPLICIT_DENY);
        assertThat(Ask.by(TEST).answer().decidedBy()).isEqualTo(Layer.IDENTITY);
    }

    @Test
    void oneAllowIsEnough() {
        assertThat(Ask.by(TEST).identity(allow("ec2:*", "*")).identity(S3).decision())
                .isEqualTo(ALLOW);
    }

    @Test
    void aMoreSpecificAllowDoesNotOutweighADeny() {
        assertThat(
                        Ask.by(TEST)
                                .identity(deny("s3:*", "*"), allow("s3:GetObject", Ask.OBJECT))
                                .decision())
                .isEqualTo(EXPLICIT_DENY);
    }

    @Test
    void v1GetCallerIdentityCannotBeDenied() {
        for (Principal who : new Principal[] {TEST, SESSION, FEDERATED, ROOT}) {
            assertThat(
                            Ask.by(who)
                                    .doing("sts:GetCallerIdentity", "*")
                                    .identity(deny("*", "*"))
                                    .decision())
                    .isEqualTo(ALLOW);
        }
        assertThat(Ask.by(new Principal.Anonymous()).doing("sts:GetCallerIdentity", "*").decision())
                .isEqualTo(IMPLICIT_DENY);
    }

    @Test
    void v2GetSessionTokenCannotBeDenied() {
        Ask ask = Ask.by(TEST).doing("sts:GetSessionToken", "*").identity(deny("*", "*"));

        assertThat(ask.answer().decidedBy()).isEqualTo(Layer.ALWAYS);
        assertThat(ask.decision()).isEqualTo(ALLOW);
    }

    @Test
    void v9ASessionPolicyOnlyNarrows() {
        Ask ask =
                Ask.by(SESSION)
                        .doing("s3:PutObject", Ask.OBJECT)
                        .identity(S3)
                        .session(allow("s3:GetObject", "*"));

        assertThat(ask.answer().decidedBy()).isEqualTo(Layer.SESSION);
        assertThat(Denial.message(ask.answer()))
                .isEqualTo(" because no session policy allows the s3:PutObject action");
    }

    @Test
    void v10ASessionPolicyNeverGrants() {
        Ask ask =
                Ask.by(SESSION)
                        .doing("s3:PutObject", Ask.OBJECT)
                        .identity(allow("s3:GetObject", "*"))
                        .session(S3);

        assertThat(ask.answer().decidedBy()).isEqualTo(Layer.IDENTITY);
        assertThat(Denial.message(ask.answer()))
                .isEqualTo(" because no identity-based policy allows the s3:PutObject action");
    }

    @Test
    void v15SessionsIssuedBeforeARevocationAreDenied() {
        String revoke =
                deny("*", "*", "{'DateLessThan':{'aws:TokenIssueTime':'2026-11-01T12:00:00Z'}}");

        assertThat(
                        Ask.by(SESSION)
                                .identity(S3, revoke)
                                .with("aws:TokenIssueTime", "2026-11-01T11:59:59Z")
                                .decision())
                .isEqualTo(EXPLICIT_DENY);
        assertThat(
                        Ask.by(SESSION)
                                .identity(S3, revoke)
                                .with("aws:TokenIssueTime", "2026-11-01T12:00:00Z")
                                .decision())
                .isEqualTo(ALLOW);
        assertThat(Ask.by(TEST).identity(S3, revoke).decision()).isEqualTo(ALLOW);
    }

    @Test
    void v23AFederatedSessionWithoutASessionPolicyHasNothing() {
        assertThat(Ask.by(FEDERATED).identity(S3).answer().decidedBy()).isEqualTo(Layer.SESSION);
    }

    @Test
    void v24UnlessABucketPolicyNamesIt() {
        String arn = "arn:aws:sts::" + A + ":federated-user/Fed";

        assertThat(Ask.by(FEDERATED).identity(S3).bucket(bucketAllow(aws(arn))).decision())
                .isEqualTo(ALLOW);
    }

    @Test
    void v29ForAllValuesIsTrueWithoutTheKey() {
        String open = allow("s3:*", "*", "{'ForAllValues:StringEquals':{'aws:TagKeys':'a'}}");

        assertThat(Ask.by(TEST).identity(open).decision()).isEqualTo(ALLOW);
    }

    @Test
    void v30BoolMissesLongTermKeysAndBoolIfExistsCatchesThem() {
        String plain = deny("*", "*", "{'Bool':{'aws:MultiFactorAuthPresent':'false'}}");
        String ifExists = plain.replace("'Bool'", "'BoolIfExists'");

        assertThat(Ask.by(TEST).identity(S3, plain).decision()).isEqualTo(ALLOW);
        assertThat(Ask.by(TEST).identity(S3, ifExists).decision()).isEqualTo(EXPLICIT_DENY);
        assertThat(
                        Ask.by(TEST)
                                .identity(S3, ifExists)
                                .with("aws:MultiFactorAuthPresent", "true")
                                .decision())
                .isEqualTo(ALLOW);
    }

    @Test
    void v33ABucketIsNotItsObjects() {
        assertThat(Ask.by(TEST).identity(allow("s3:*", "arn:aws:s3:::photos")).decision())
                .isEqualTo(IMPLICIT_DENY);
        assertThat(
                        Ask.by(TEST)
                                .doing("s3:ListBucket", "arn:aws:s3:::photos")
                                .identity(allow("s3:*", "arn:aws:s3:::photos/*"))
                                .decision())
                .isEqualTo(IMPLICIT_DENY);
    }

    @Test
    void v35ANamedUserIsNotHeldByItsBoundary() {
        assertThat(
                        Ask.by(TEST)
                                .bucket(bucketAllow(aws("AIDATEST")))
                                .boundary(allow("ec2:*", "*"))
                                .decision())
                .isEqualTo(ALLOW);
    }

    @Test
    void v36ASessionOfANamedRoleIs() {
        Evaluation answer =
                Ask.by(SESSION)
                        .bucket(bucketAllow(aws("AROADEPLOY")))
                        .boundary(allow("ec2:*", "*"))
                        .answer();

        assertThat(Denial.message(answer))
                .isEqualTo(" because no permissions boundary allows the s3:GetObject action");
    }

    @Test
    void v37AcrossAccountsTheUserNeedsItsOwnPolicyToo() {
        Ask ask = Ask.by(TEST).ownedBy(B).bucket(bucketAllow(aws("AIDATEST")));

        assertThat(ask.decision()).isEqualTo(IMPLICIT_DENY);
        assertThat(ask.identity(S3).decision()).isEqualTo(ALLOW);
    }

    @Test
    void acrossAccountsNoFormOfPrincipalBypassesTheCallersSide() {
        String session = "arn:aws:sts::" + A + ":assumed-role/Deploy/s1";
        Ask ask = Ask.by(SESSION).ownedBy(B).bucket(bucketAllow(aws(session))).identity(S3);

        assertThat(ask.decision()).isEqualTo(ALLOW);
        assertThat(ask.boundary(allow("ec2:*", "*")).answer().decidedBy())
                .isEqualTo(Layer.BOUNDARY);
    }

    @Test
    void acrossAccountsTheResourcesSilenceIsToldFirst() {
        assertThat(Ask.by(TEST).ownedBy(B).answer().decidedBy()).isEqualTo(Layer.BUCKET);
        assertThat(Ask.by(TEST).ownedBy(B).identity(S3).answer().decidedBy())
                .isEqualTo(Layer.BUCKET);
    }

    @Test
    void aForeignRootUserNeedsOnlyTheGrantToItsAccount() {
        assertThat(Ask.by(ROOT).ownedBy(B).bucket(bucketAllow(aws(A))).decision()).isEqualTo(ALLOW);
        assertThat(Ask.by(ROOT).ownedBy(B).decision()).isEqualTo(IMPLICIT_DENY);
    }

    @Test
    void aStrangerWithoutASignatureNeedsAGrantToEverybody() {
        Principal stranger = new Principal.Anonymous();

        assertThat(Ask.by(stranger).bucket(bucketAllow("'*'")).decision()).isEqualTo(ALLOW);
        assertThat(Ask.by(stranger).bucket(bucketAllow(aws(A))).decision())
                .isEqualTo(IMPLICIT_DENY);
        assertThat(Ask.by(stranger).decision()).isEqualTo(IMPLICIT_DENY);
    }

    @Test
    void everyLevelOfTheOrganizationMustAllow() {
        Ask both = Ask.by(TEST).identity(S3).serviceControl(allow("*", "*")).serviceControl(S3);
        assertThat(both.decision()).isEqualTo(ALLOW);

        Ask one =
                Ask.by(TEST)
                        .identity(S3)
                        .serviceControl(allow("*", "*"))
                        .serviceControl(allow("ec2:*", "*"));
        assertThat(one.answer().decidedBy()).isEqualTo(Layer.SERVICE_CONTROL);
    }

    @Test
    void aServiceControlPolicyBindsTheRootUserToo() {
        assertThat(Ask.by(ROOT).serviceControl(allow("ec2:*", "*")).decision())
                .isEqualTo(IMPLICIT_DENY);
    }

    @Test
    void aResourceControlPolicyDeniesWhatABucketPolicyGrants() {
        String open = "{'Effect':'Allow','Principal':'*','Action':'*','Resource':'*'}";
        String closed =
                open.replace("Allow", "Deny")
                        .replace(
                                "'Action'",
                                "'Condition':{'StringNotEquals':{'aws:PrincipalAccount':'"
                                        + A
                                        + "'}},'Action'");
        Ask ask =
                Ask.by(new Principal.Anonymous())
                        .bucket(bucketAllow("'*'"))
                        .resourceControl(open, closed);

        assertThat(ask.decision()).isEqualTo(EXPLICIT_DENY);
    }

    @Test
    void aStatementThatCannotBeEvaluatedCountsAsADenyOnly() {
        String odd = "{'StringSortOf':{'aws:username':'Test'}}";

        assertThat(Ask.by(TEST).identity(allow("s3:*", "*", odd)).decision())
                .isEqualTo(IMPLICIT_DENY);
        assertThat(Ask.by(TEST).identity(S3, deny("s3:*", "*", odd)).decision())
                .isEqualTo(EXPLICIT_DENY);
        assertThat(Ask.by(TEST).identity(S3, deny("ec2:*", "*", odd)).decision()).isEqualTo(ALLOW);
    }

    @Test
    void layersAreToldInOneOrderAndAbsentOnesLeftOut() {
        Evaluation all =
                Ask.by(SESSION)
                        .identity(S3)
                        .bucket(bucketAllow("'*'"))
                        .boundary(S3)
                        .session(S3)
                        .serviceControl(S3)
                        .resourceControl(bucketAllow("'*'"))
                        .answer();

        assertThat(all.layers())
                .extracting(Evaluation.LayerFinding::layer)
                .containsExactly(
                        Layer.EXPLICIT_DENY,
                        Layer.SERVICE_CONTROL,
                        Layer.RESOURCE_CONTROL,
                        Layer.BUCKET,
                        Layer.IDENTITY,
                        Layer.BOUNDARY,
                        Layer.SESSION);
        assertThat(Ask.by(TEST).answer().layers())
                .extracting(Evaluation.LayerFinding::layer)
                .containsExactly(Layer.EXPLICIT_DENY, Layer.IDENTITY);
    }

    @Test
    void theNearestMissComesFirst() {
        Evaluation answer =
                Ask.by(TEST)
                        .identity(
                                allow("s3:Put*", "*"),
                                allow("s3:GetObject", "arn:aws:s3:::other/*"),
                                allow("ec2:*", "*"),
                                allow("s3:*", "*", "{'Bool':{'aws:MultiFactorAuthPresent':true}}"))
                        .answer();

        assertThat(answer.layer(Layer.IDENTITY).orElseThrow().statements())
                .extracting(StatementFinding::index)
                .containsExactly(3, 1, 0);
    }
}
