package dev.rolecall.policy;

import static dev.rolecall.policy.Ask.A;
import static dev.rolecall.policy.Ask.B;
import static dev.rolecall.policy.Ask.ROOT;
import static dev.rolecall.policy.Ask.SESSION;
import static dev.rolecall.policy.Ask.TEST;
import static dev.rolecall.policy.Ask.allow;
import static dev.rolecall.policy.Ask.aws;
import static dev.rolecall.policy.Ask.trustAllow;
import static dev.rolecall.policy.Evaluation.Decision.ALLOW;
import static dev.rolecall.policy.Evaluation.Decision.EXPLICIT_DENY;
import static dev.rolecall.policy.Evaluation.Decision.IMPLICIT_DENY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.policy.Evaluation.Layer;
import org.junit.jupiter.api.Test;

/// Rows T1 to T18 of aws-truth §1.5; T18 (a role that does not exist) is a trust policy that is not
/// there.
class TrustPolicyTest {
    private static final String ASSUME = allow("sts:AssumeRole", "*");
    private static final String ROOT_OF_A = aws("arn:aws:iam::" + A + ":root");

    @Test
    void t1ANamedUserNeedsNoPolicyOfItsOwn() {
        Evaluation answer = Ask.by(TEST).assuming(A).trust(trustAllow(aws("AIDATEST"))).answer();

        assertThat(answer.decision()).isEqualTo(ALLOW);
        assertThat(answer.decidedBy()).isEqualTo(Layer.TRUST);
    }

    @Test
    void t2ASessionOfANamedRoleNeedsNoPolicyOfItsOwn() {
        Ask ask = Ask.by(SESSION).assuming(A).trust(trustAllow(aws("AROADEPLOY")));

        assertThat(ask.decision()).isEqualTo(ALLOW);
    }

    @Test
    void t2ButItsBoundaryAndSessionPolicyStillLimitIt() {
        Ask bounded = Ask.by(SESSION).assuming(A).trust(trustAllow(aws("AROADEPLOY")));
        assertThat(bounded.boundary(allow("s3:*", "*")).answer().decidedBy())
                .isEqualTo(Layer.BOUNDARY);

        Ask scoped = Ask.by(SESSION).assuming(A).trust(trustAllow(aws("AROADEPLOY")));
        assertThat(scoped.session(allow("s3:*", "*")).answer().decidedBy())
                .isEqualTo(Layer.SESSION);
    }

    @Test
    void t3ANamedSessionNeedsNothingElse() {
        Ask ask =
                Ask.by(SESSION)
                        .assuming(A)
                        .trust(trustAllow(aws("arn:aws:sts::" + A + ":assumed-role/Deploy/s1")))
                        .boundary(allow("s3:*", "*"))
                        .session(allow("s3:*", "*"));

        assertThat(ask.decision()).isEqualTo(ALLOW);
    }

    @Test
    void t4EverybodyIncludesAUserOfTheAccount() {
        assertThat(Ask.by(TEST).assuming(A).trust(trustAllow(aws("*"))).decision())
                .isEqualTo(ALLOW);
    }

    @Test
    void t5TheAccountRootGrantsNothingByItself() {
        Ask root = Ask.by(TEST).assuming(A).trust(trustAllow(ROOT_OF_A));
        Ask digits = Ask.by(TEST).assuming(A).trust(trustAllow(aws(A)));

        assertThat(root.decision()).isEqualTo(IMPLICIT_DENY);
        assertThat(digits.decision()).isEqualTo(IMPLICIT_DENY);
        assertThat(root.answer().decidedBy()).isEqualTo(Layer.IDENTITY);
    }

    @Test
    void t6TheAccountRootDelegatesToTheUsersPolicies() {
        assertThat(
                        Ask.by(TEST)
                                .assuming(A)
                                .trust(trustAllow(ROOT_OF_A))
                                .identity(ASSUME)
                                .decision())
                .isEqualTo(ALLOW);
    }

    @Test
    void t7NoPolicyOfTheUserOpensARoleThatTrustsSomebodyElse() {
        Ask ask =
                Ask.by(TEST)
                        .assuming(A)
                        .trust(trustAllow(aws("AIDAELSE")))
                        .identity(allow("*", "*"));

        assertThat(ask.decision()).isEqualTo(IMPLICIT_DENY);
        assertThat(ask.answer().decidedBy()).isEqualTo(Layer.TRUST);
    }

    @Test
    void t8AcrossAccountsBeingNamedIsNotEnough() {
        assertThat(Ask.by(TEST).assuming(B).trust(trustAllow(aws("AIDATEST"))).decision())
                .isEqualTo(IMPLICIT_DENY);
    }

    @Test
    void t9AcrossAccountsBothSidesSayYes() {
        Ask ask = Ask.by(TEST).assuming(B).trust(trustAllow(aws("AIDATEST"))).identity(ASSUME);

        assertThat(ask.decision()).isEqualTo(ALLOW);
    }

    @Test
    void t10AcrossAccountsTheRootAloneIsNotEnough() {
        assertThat(Ask.by(TEST).assuming(B).trust(trustAllow(ROOT_OF_A)).decision())
                .isEqualTo(IMPLICIT_DENY);
    }

    @Test
    void t11AcrossAccountsTheRootAndTheUsersPolicyAreEnough() {
        assertThat(
                        Ask.by(TEST)
                                .assuming(B)
                                .trust(trustAllow(ROOT_OF_A))
                                .identity(ASSUME)
                                .decision())
                .isEqualTo(ALLOW);
    }

    @Test
    void t12AcrossAccountsEverybodyAloneIsNotEnough() {
        assertThat(Ask.by(TEST).assuming(B).trust(trustAllow(aws("*"))).decision())
                .isEqualTo(IMPLICIT_DENY);
    }

    @Test
    void t13AcrossAccountsEverybodyAndTheUsersPolicyAreEnough() {
        assertThat(Ask.by(TEST).assuming(B).trust(trustAllow(aws("*"))).identity(ASSUME).decision())
                .isEqualTo(ALLOW);
    }

    @Test
    void t14AnExplicitDenyOnEitherSideWins() {
        String deny = trustAllow(aws("AIDATEST")).replace("Allow", "Deny");
        Ask trust = Ask.by(TEST).assuming(A).trust(trustAllow(aws("*")), deny).identity(ASSUME);
        Ask identity =
                Ask.by(TEST)
                        .assuming(A)
                        .trust(trustAllow(aws("*")))
                        .identity(Ask.deny("sts:*", "*"));

        assertThat(trust.decision()).isEqualTo(EXPLICIT_DENY);
        assertThat(identity.decision()).isEqualTo(EXPLICIT_DENY);
    }

    @Test
    void t15AConditionThatFailsLeavesNoAllow() {
        String trust =
                trustAllow(aws("AIDATEST"))
                        .replace(
                                "'Action'",
                                "'Condition':{'StringEquals':{'sts:ExternalId':'42'}},'Action'");

        assertThat(Ask.by(TEST).assuming(A).trust(trust).identity(ASSUME).decision())
                .isEqualTo(IMPLICIT_DENY);
        assertThat(Ask.by(TEST).assuming(A).trust(trust).with("sts:ExternalId", "42").decision())
                .isEqualTo(ALLOW);
    }

    @Test
    void t16ARoleDoesNotTrustItself() {
        Ask ask =
                Ask.by(SESSION)
                        .doing("sts:AssumeRole", SESSION.principalArn())
                        .trust(trustAllow("{'Service':'ec2.amazonaws.com'}"))
                        .identity(ASSUME);

        assertThat(ask.decision()).isEqualTo(IMPLICIT_DENY);
    }

    @Test
    void t17ARootUserAssumesNoRole() {
        Ask ask = Ask.by(ROOT).assuming(A).trust(trustAllow(aws("*")), trustAllow(ROOT_OF_A));

        assertThat(ask.decision()).isEqualTo(EXPLICIT_DENY);
        assertThat(ask.answer().decidedBy()).isEqualTo(Layer.ALWAYS);
    }

    @Test
    void t18WithoutATrustPolicyNobodyAssumesTheRole() {
        assertThat(Ask.by(TEST).assuming(A).identity(allow("*", "*")).decision())
                .isEqualTo(IMPLICIT_DENY);
    }

    @Test
    void theTrustPolicyAloneDecidesForServicesAndProviders() {
        Principal ec2 = new Principal.Service("ec2.amazonaws.com");
        Principal google = new Principal.Provider("accounts.google.com");
        String web =
                trustAllow("{'Federated':'accounts.google.com'}")
                        .replace("Role'", "RoleWithWebIdentity'");

        assertThat(
                        Ask.by(ec2)
                                .assuming(A)
                                .trust(trustAllow("{'Service':'ec2.amazonaws.com'}"))
                                .decision())
                .isEqualTo(ALLOW);
        assertThat(Ask.by(ec2).assuming(A).trust(trustAllow(ROOT_OF_A)).decision())
                .isEqualTo(IMPLICIT_DENY);
        assertThat(
                        Ask.by(google)
                                .doing("sts:AssumeRoleWithWebIdentity", Ask.ROLE)
                                .trust(web)
                                .decision())
                .isEqualTo(ALLOW);
    }

    @Test
    void v18TagsNeedTagSessionInTheTrustPolicy() {
        Ask ask =
                Ask.by(TEST)
                        .doing("sts:TagSession", Ask.ROLE)
                        .trust(trustAllow(aws("AIDATEST")))
                        .identity(allow("sts:*", "*"));

        assertThat(ask.answer().decidedBy()).isEqualTo(Layer.TRUST);
    }

    @Test
    void otherActionsOfStsNeedNoTrustPolicy() {
        String federated = "arn:aws:sts::" + A + ":federated-user/Fed";

        for (String action : new String[] {"sts:GetFederationToken", "sts:TagSession"}) {
            assertThat(
                            Ask.by(TEST)
                                    .doing(action, federated)
                                    .identity(allow("sts:*", "*"))
                                    .decision())
                    .isEqualTo(ALLOW);
        }
        assertThat(
                        Ask.by(TEST)
                                .doing("sts:GetAccessKeyInfo", "*")
                                .identity(allow("sts:*", "*"))
                                .decision())
                .isEqualTo(ALLOW);
    }
}
