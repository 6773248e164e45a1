package dev.rolecall.policy;

import static dev.rolecall.policy.Ask.A;
import static dev.rolecall.policy.Ask.FEDERATED;
import static dev.rolecall.policy.Ask.ROOT;
import static dev.rolecall.policy.Ask.SESSION;
import static dev.rolecall.policy.Ask.TEST;
import static dev.rolecall.policy.Ask.allow;
import static dev.rolecall.policy.Ask.aws;
import static dev.rolecall.policy.Ask.bucketAllow;
import static dev.rolecall.policy.Evaluation.Decision.ALLOW;
import static dev.rolecall.policy.Evaluation.Decision.EXPLICIT_DENY;
import static dev.rolecall.policy.Evaluation.Decision.IMPLICIT_DENY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.policy.Evaluation.Decision;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The table of aws-truth §1.4: which forms of principal bypass which implicit denies. Where the
/// docs and the oracle differ (§6.2) the docs' answer stands.
class SameAccountTest {
    private static final String ELSEWHERE = allow("ec2:*", "*");
    private static final String SESSION_ARN = "arn:aws:sts::" + A + ":assumed-role/Deploy/s1";
    private static final String FEDERATED_ARN = "arn:aws:sts::" + A + ":federated-user/Fed";
    private static final String BY_PRINCIPAL_ARN =
            bucketAllow(aws("*"))
                    .replace(
                            "'Action'",
                            "'Condition':{'ArnEquals':{'aws:PrincipalArn':'arn:aws:iam::"
                                    + A
                                    + ":role/a/b/Deploy'}},'Action'");

    static Stream<Arguments> rows() {
        return Stream.of(
                Arguments.of(TEST, bucketAllow(aws("AIDATEST")), ALLOW, ALLOW, ALLOW),
                Arguments.of(
                        TEST,
                        bucketAllow(aws("arn:aws:iam::" + A + ":root")),
                        IMPLICIT_DENY,
                        IMPLICIT_DENY,
                        IMPLICIT_DENY),
                Arguments.of(
                        TEST, bucketAllow(aws(A)), IMPLICIT_DENY, IMPLICIT_DENY, IMPLICIT_DENY),
                Arguments.of(TEST, bucketAllow("'*'"), ALLOW, ALLOW, ALLOW),
                Arguments.of(TEST, bucketAllow(aws("*")), ALLOW, ALLOW, ALLOW),
                Arguments.of(
                        SESSION,
                        bucketAllow(aws("AROADEPLOY")),
                        ALLOW,
                        IMPLICIT_DENY,
                        IMPLICIT_DENY),
                Arguments.of(SESSION, bucketAllow(aws(SESSION_ARN)), ALLOW, ALLOW, ALLOW),
                Arguments.of(SESSION, BY_PRINCIPAL_ARN, ALLOW, ALLOW, ALLOW),
                Arguments.of(
                        SESSION, bucketAllow(aws(A)), IMPLICIT_DENY, IMPLICIT_DENY, IMPLICIT_DENY),
                Arguments.of(
                        FEDERATED,
                        bucketAllow(aws("AIDATEST")),
                        // No session policy was passed, and that is an implicit deny too.
                        IMPLICIT_DENY,
                        IMPLICIT_DENY,
                        IMPLICIT_DENY),
                Arguments.of(FEDERATED, bucketAllow(aws(FEDERATED_ARN)), ALLOW, ALLOW, ALLOW),
                Arguments.of(
                        new Principal.Service("s3.amazonaws.com"),
                        bucketAllow("{'Service':'s3.amazonaws.com'}"),
                        ALLOW,
                        ALLOW,
                        ALLOW));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aGrantOfTheResourceBypassesWhatItsPrincipalFormBypasses(
            Principal who,
            String statement,
            Decision alone,
            Decision withBoundary,
            Decision withSession) {
        assertThat(Ask.by(who).bucket(statement).decision()).isEqualTo(alone);
        assertThat(Ask.by(who).bucket(statement).boundary(ELSEWHERE).decision())
                .isEqualTo(withBoundary);
        if (!(who instanceof Principal.User)) {
            assertThat(Ask.by(who).bucket(statement).session(ELSEWHERE).decision())
                    .isEqualTo(withSession);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anExplicitDenyWinsInEveryRow(
            Principal who, String statement, Decision a, Decision b, Decision c) {
        String deny = bucketAllow("'*'").replace("Allow", "Deny");

        assertThat(Ask.by(who).bucket(statement, deny).decision()).isEqualTo(EXPLICIT_DENY);
        assertThat(Ask.by(who).bucket(statement).boundary(Ask.deny("s3:*", "*")).decision())
                .isEqualTo(EXPLICIT_DENY);
    }

    @Test
    void aFederatedSessionOfANamedUserNeedsItsSessionPolicyAndBoundaryToAllow() {
        Ask ask = Ask.by(FEDERATED).bucket(bucketAllow(aws("AIDATEST")));

        assertThat(ask.session(allow("s3:*", "*")).boundary(allow("s3:*", "*")).decision())
                .isEqualTo(ALLOW);
    }

    @Test
    void theRootUserMayByDefault() {
        assertThat(Ask.by(ROOT).decision()).isEqualTo(ALLOW);
        assertThat(Ask.by(ROOT).bucket(bucketAllow(aws("AIDATEST"))).decision()).isEqualTo(ALLOW);
    }

    @Test
    void theRootUserIsBoundByABucketPolicyThatDenies() {
        String deny = bucketAllow("'*'").replace("Allow", "Deny").replace("photos/*", "photos*");

        assertThat(Ask.by(ROOT).bucket(deny).decision()).isEqualTo(EXPLICIT_DENY);
    }

    @Test
    void butItCanAlwaysMendItsOwnBucketPolicy() {
        String deny =
                "{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::photos'}";
        for (String action : new String[] {"Get", "Put", "Delete"}) {
            assertThat(
                            Ask.by(ROOT)
                                    .doing("s3:" + action + "BucketPolicy", "arn:aws:s3:::photos")
                                    .bucket(deny)
                                    .decision())
                    .isEqualTo(ALLOW);
        }
        assertThat(
                        Ask.by(ROOT)
                                .doing("s3:GetBucketPolicyStatus", "arn:aws:s3:::photos")
                                .bucket(deny)
                                .decision())
                .isEqualTo(EXPLICIT_DENY);
        assertThat(
                        Ask.by(TEST)
                                .doing("s3:GetBucketPolicy", "arn:aws:s3:::photos")
                                .bucket(deny)
                                .identity(allow("*", "*"))
                                .decision())
                .isEqualTo(EXPLICIT_DENY);
    }

    @Test
    void theAccountPrincipalMeansNotTheRootUserAlone() {
        String toAccount = bucketAllow(aws(A));

        assertThat(Ask.by(TEST).bucket(toAccount).identity(allow("s3:*", "*")).decision())
                .isEqualTo(ALLOW);
    }
}
