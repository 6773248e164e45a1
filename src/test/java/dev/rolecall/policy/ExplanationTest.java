package dev.rolecall.policy;

import static dev.rolecall.policy.Ask.A;
import static dev.rolecall.policy.Ask.B;
import static dev.rolecall.policy.Ask.SESSION;
import static dev.rolecall.policy.Ask.TEST;
import static dev.rolecall.policy.Ask.allow;
import static dev.rolecall.policy.Ask.aws;
import static dev.rolecall.policy.Ask.deny;
import static dev.rolecall.policy.Ask.trustAllow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.policy.Change.Question;
import dev.rolecall.policy.Evaluation.Layer;
import dev.rolecall.policy.Explanation.Suggestion;
import dev.rolecall.policy.Explanation.Told;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final PrincipalNames NAMES = Ask.names(Map.of(TEST.arn(), "AIDATEST"));

    private static Explanation explain(Ask ask) {
        return Explanation.of(ask.answer(), NAMES);
    }

    private static Told told(Explanation explanation, Layer layer) {
        return explanation.layers().stream()
                .filter(each -> each.layer() == layer)
                .findFirst()
                .orElseThrow();
    }

    /// The first `/why` of the transcript.
    @Test
    void aUserWithoutAnyPolicy() {
        Explanation why = explain(Ask.by(TEST).doing("s3:ListAllMyBuckets", "*"));

        assertThat(why.who()).isEqualTo("Test");
        assertThat(why.what()).isEqualTo("s3:ListAllMyBuckets");
        assertThat(why.on()).isEqualTo("*");
        assertThat(why.headline()).isEqualTo("DENY, because nobody said yes");
        assertThat(why.layers())
                .extracting(t -> t.name() + " | " + t.voice() + " | " + t.sentence())
                .containsExactly(
                        "explicit deny | none | ",
                        "identity policies | silent | Test has no policy, of its own or from a"
                                + " group");
        assertThat(why.advice()).isEqualTo("a statement on Test that allows s3:ListAllMyBuckets.");
    }

    /// The second `/why` of the transcript.
    @Test
    void aTrustPolicyThatDelegates() {
        PolicyDocument trust =
                PolicyDocument.parse(
                        """
                        { "Version": "2012-10-17", "Statement": [{
                          "Effect": "Allow",
                          "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
                          "Action": "sts:AssumeRole" }] }
                        """);
        AccessRequest request =
                Ask.by(TEST)
                        .doing(
                                "sts:AssumeRole",
                                "arn:aws:iam::" + A + ":role/account-s3-full-access")
                        .request();
        PolicySet policies =
                PolicySet.ofIdentity(List.of())
                        .withResource(
                                Optional.of(
                                        new AttachedPolicy(
                                                PolicyKind.TRUST,
                                                "the trust policy",
                                                Optional.empty(),
                                                trust)));

        Explanation why = Explanation.of(PolicyEngine.evaluate(request, policies), NAMES);

        assertThat(why.on()).isEqualTo("role account-s3-full-access");
        assertThat(why.headline()).isEqualTo("DENY, because one of two sides is silent");
        assertThat(told(why, Layer.TRUST).voice()).isEqualTo("delegates");
        assertThat(told(why, Layer.TRUST).sentence())
                .isEqualTo("names the account root, so the account's own policies decide");
        assertThat(told(why, Layer.TRUST).quotes())
                .containsExactly(
                        new PolicyDocument.Line(
                                3,
                                "  \"Principal\": { \"AWS\": \"arn:aws:iam::111122223333:root\" },"));
        assertThat(why.advice())
                .isEqualTo(
                        "either side. Name Test in the trust policy, or allow sts:AssumeRole on"
                                + " this role to Test.");
    }

    @Test
    void aDocumentOnOneLineIsQuotedAsAPersonReadsItWithNamesForIds() {
        Explanation why = explain(Ask.by(TEST).assuming(A).trust(trustAllow(aws("AIDATEST"))));

        assertThat(why.headline()).isEqualTo("ALLOW, because the trust policy names Test");
        assertThat(told(why, Layer.TRUST).quotes())
                .containsExactly(
                        new PolicyDocument.Line(4, "    {"),
                        new PolicyDocument.Line(5, "      \"Effect\": \"Allow\","),
                        new PolicyDocument.Line(
                                6, "      \"Principal\": { \"AWS\": \"" + TEST.arn() + "\" },"),
                        new PolicyDocument.Line(7, "      \"Action\": \"sts:AssumeRole\""),
                        new PolicyDocument.Line(8, "    }"));
        assertThat(why.advice()).isEmpty();
    }

    @Test
    void anExplicitDenyIsQuotedAndItsRemovalProposed() {
        Explanation why = explain(Ask.by(TEST).identity(allow("s3:*", "*"), deny("s3:Get*", "*")));

        assertThat(why.headline())
                .isEqualTo("DENY, because a statement says no, and that outweighs every yes");
        assertThat(told(why, Layer.EXPLICIT_DENY).sentence())
                .isEqualTo("statement 2 of identity policy");
        assertThat(told(why, Layer.EXPLICIT_DENY).quotes())
                .extracting(PolicyDocument.Line::text)
                .contains("      \"Action\": \"s3:Get*\",");
        assertThat(why.advice()).isEqualTo("remove statement 2 of identity policy.");
    }

    @Test
    void theNearestMissIsTold() {
        Explanation why = explain(Ask.by(TEST).identity(allow("s3:*", "arn:aws:s3:::other/*")));

        assertThat(told(why, Layer.IDENTITY).sentence())
                .isEqualTo(
                        "nearest is statement 1 of identity policy: it covers"
                                + " arn:aws:s3:::other/*, not arn:aws:s3:::photos/cat.jpg");
        assertThat(told(why, Layer.IDENTITY).quotes())
                .extracting(PolicyDocument.Line::text)
                .containsExactly("      \"Resource\": \"arn:aws:s3:::other/*\"");
    }

    @Test
    void aMissingConditionIsSaidWithTheValueThatWouldDo() {
        String trust =
                trustAllow(aws("AIDATEST"))
                        .replace(
                                "'Action'",
                                "'Condition':{'StringEquals':{'sts:ExternalId':'42'}},'Action'");

        Explanation why = explain(Ask.by(TEST).assuming(A).trust(trust));

        assertThat(told(why, Layer.TRUST).sentence())
                .endsWith(
                        "it wants StringEquals sts:ExternalId 42, and the request has no such key");
        assertThat(why.suggestions())
                .extracting(Suggestion::sentence)
                .containsExactly("ask with sts:ExternalId 42", "name Test in the trust policy");
    }

    @Test
    void whereNoSingleChangeDoesTheyAreNamedTogether() {
        Explanation why = explain(Ask.by(TEST).assuming(B).trust(trustAllow(aws("AIDAELSE"))));

        assertThat(why.on()).isEqualTo("role target of account " + B);
        assertThat(why.suggestions()).isEmpty();
        assertThat(why.advice())
                .isEqualTo(
                        "no single change. Name Test in the trust policy, and allow"
                                + " sts:AssumeRole on this role to Test.");
    }

    @Test
    void aRootUserCannotBeHelped() {
        Explanation why = explain(Ask.by(Ask.ROOT).assuming(A));

        assertThat(why.headline())
                .isEqualTo("DENY, because roles may not be assumed by root accounts");
        assertThat(why.advice()).isEqualTo("nothing that a policy can say.");
    }

    @Test
    void aSessionIsNamedByItsRole() {
        Explanation why =
                explain(
                        Ask.by(SESSION)
                                .identity(allow("s3:*", "*"))
                                .session(allow("s3:PutObject", "*")));

        assertThat(why.who()).isEqualTo("role Deploy (session s1)");
        assertThat(why.headline()).isEqualTo("DENY, because the session policy is silent");
        assertThat(why.advice())
                .isEqualTo("make the session with a session policy that allows s3:GetObject.");
    }

    /// Whatever is proposed is done, and the answer is then yes.
    @Test
    void whatIsProposedMakesItAYes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int denials = 0;
        int proposed = 0;
        while (denials < 1_000) {
            Questions questions = new Questions(random);
            Question question = new Question(questions.request(), questions.policies());
            Evaluation evaluation = question.answer();
            if (!evaluation.allowed()) {
                denials++;
                Explanation why = Explanation.of(evaluation, NAMES);
                proposed += why.suggestions().isEmpty() ? 0 : 1;
                for (Suggestion each : why.suggestions()) {
                    assertThat(each.change().applyTo(question).answer().allowed())
                            .as("seed %s: %s for %s", seed, each, evaluation)
                            .isTrue();
                }
                Question all = question;
                for (Suggestion each : why.together()) {
                    all = each.change().applyTo(all);
                }
                assertThat(why.together().isEmpty() || all.answer().allowed())
                        .as("seed %s: %s", seed, why)
                        .isTrue();
                assertThat(why.headline()).startsWith("DENY, because ");
            }
        }
        assertThat(proposed).as("seed %s", seed).isGreaterThan(400);
    }
}
