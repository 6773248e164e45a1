package dev.rolecall.policy;

import static dev.rolecall.policy.Ask.A;
import static dev.rolecall.policy.Ask.B;
import static dev.rolecall.policy.Ask.SESSION;
import static dev.rolecall.policy.Ask.TEST;
import static dev.rolecall.policy.Ask.allow;
import static dev.rolecall.policy.Ask.deny;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The suffixes of aws-truth §3.2.
class DenialTest {
    private static final String S3 = allow("s3:*", "*");
    private static final String NOTHING = allow("ec2:*", "*");
    private static final String NO_S3 = deny("s3:*", "*");

    private static String message(Ask ask) {
        return Denial.message(ask.answer());
    }

    private static String because(String policy) {
        return " because no " + policy + " allows the s3:GetObject action";
    }

    @Test
    void silence() {
        assertThat(message(Ask.by(TEST))).isEqualTo(because("identity-based policy"));
        assertThat(message(Ask.by(TEST).ownedBy(B))).isEqualTo(because("resource-based policy"));
        assertThat(message(Ask.by(TEST).identity(S3).boundary(NOTHING)))
                .isEqualTo(because("permissions boundary"));
        assertThat(message(Ask.by(SESSION).identity(S3).session(NOTHING)))
                .isEqualTo(because("session policy"));
        assertThat(message(Ask.by(TEST).identity(S3).serviceControl(NOTHING)))
                .isEqualTo(because("service control policy"));
    }

    @Test
    void silenceOnBothSidesInOneAccountIsToldOfTheIdentity() {
        Ask ask = Ask.by(TEST).bucket(Ask.bucketAllow(Ask.aws("AIDAELSE")));

        assertThat(message(ask)).isEqualTo(because("identity-based policy"));
    }

    @Test
    void explicitDenies() {
        assertThat(message(Ask.by(TEST).identity(NO_S3)))
                .isEqualTo(" with an explicit deny in an identity-based policy");
        assertThat(message(Ask.by(TEST).bucket(Ask.bucketAllow("'*'").replace("Allow", "Deny"))))
                .isEqualTo(" with an explicit deny in a resource-based policy");
        assertThat(message(Ask.by(TEST).boundary(NO_S3)))
                .isEqualTo(" with an explicit deny in a permissions boundary");
        assertThat(message(Ask.by(SESSION).session(NO_S3)))
                .isEqualTo(" with an explicit deny in a session policy");
        assertThat(message(Ask.by(TEST).serviceControl(NO_S3)))
                .isEqualTo(" with an explicit deny in a service control policy");
    }

    @Test
    void aManagedPolicyThatDeniesIsNamed() {
        String arn = "arn:aws:iam::" + A + ":policy/No";
        AttachedPolicy managed =
                new AttachedPolicy(
                        PolicyKind.IDENTITY,
                        "managed policy No",
                        Optional.of(arn),
                        Ask.document(NO_S3));

        assertThat(
                        Denial.message(
                                PolicyEngine.evaluate(
                                        Ask.by(TEST).request(),
                                        PolicySet.ofIdentity(List.of(managed)))))
                .isEqualTo(" with an explicit deny in an identity-based policy: " + arn);
    }

    @Test
    void whoeverRefusesARoleGivesNoReason() {
        assertThat(message(Ask.by(TEST).assuming(A))).isEmpty();
        assertThat(message(Ask.by(TEST).assuming(A).identity(deny("sts:*", "*")))).isEmpty();
        assertThat(message(Ask.by(Ask.ROOT).assuming(A))).isEmpty();
    }

    @Test
    void aYesHasNoReason() {
        assertThat(message(Ask.by(TEST).identity(S3))).isEmpty();
    }

    @Test
    void s3IsBareToStrangersAndAcrossAccounts() {
        assertThat(Denial.isBareAtS3(Ask.by(TEST).answer())).isFalse();
        assertThat(Denial.isBareAtS3(Ask.by(TEST).ownedBy(B).answer())).isTrue();
        assertThat(Denial.isBareAtS3(Ask.by(new Principal.Anonymous()).answer())).isTrue();
    }
}
