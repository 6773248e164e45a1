package dev.rolecall.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.iam.Iam;
import dev.rolecall.iam.Ids;
import dev.rolecall.policy.Context;
import dev.rolecall.policy.Evaluation;
import dev.rolecall.policy.Principal;
import dev.rolecall.s3.EmbeddedS3;
import dev.rolecall.sts.Sts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Questions that nobody sent: what checks and `/why` ask.
class DeciderTest {
    private static final String ACCOUNT = "111122223333";
    private static final String ROLE = "arn:aws:iam::111122223333:role/R";

    private final LabClock clock =
            new LabClock(Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC));
    private final Iam iam = new Iam(clock, Ids.seeded(1));
    private final Principal admin = iam.found(ACCOUNT, "admin").principal();
    private final Decider decider =
            new Decider(
                    iam,
                    new Sts(iam, clock, Ids.seeded(2)),
                    new EmbeddedS3(iam.names(), clock, Path.of("no-bodies")),
                    clock);

    private Evaluation ask(Principal principal, String action, String resource, boolean all) {
        return decider.ask(principal, action, resource, Context.empty(), all);
    }

    /// The trust policy says who becomes the role, not who may look at it.
    @Test
    void aQuestionForIamDoesNotAskTheTrustPolicy() {
        assertThat(ask(admin, "iam:GetRole", ROLE, false).allowed()).isTrue();
        assertThat(ask(admin, "iam:PassRole", ROLE, false).allowed()).isTrue();
        Evaluation assume = ask(admin, "sts:AssumeRole", ROLE, false);
        assertThat(assume.allowed()).isFalse();
        assertThat(assume.decidedBy()).isEqualTo(Evaluation.Layer.TRUST);
    }

    @Test
    void whereTheAccountAllowsAllTheResourcesSideAloneHoldsBack() {
        Principal stranger = new Principal.User(ACCOUNT, "/", "Nobody", "AIDANOBODY");
        assertThat(ask(stranger, "s3:ListAllMyBuckets", "*", false).allowed()).isFalse();
        assertThat(ask(stranger, "s3:ListAllMyBuckets", "*", true).allowed()).isTrue();
        assertThat(ask(stranger, "sts:AssumeRole", ROLE, true).allowed()).isFalse();
    }

    @Test
    void aSessionThatTheRootUserMadeForSomebodyMayNothingUnlessItsPolicySaysSo() {
        Principal fed = new Principal.FederatedUser(ACCOUNT, "fed", ACCOUNT);
        Evaluation evaluation = ask(fed, "s3:ListAllMyBuckets", "*", false);
        assertThat(evaluation.decidedBy()).isEqualTo(Evaluation.Layer.SESSION);
    }

    @Test
    void aUserIsKnownByItsIdWhateverItsName() {
        Principal renamed =
                new Principal.User(ACCOUNT, "/x/", "other", ((Principal.User) admin).id());
        assertThat(ask(renamed, "iam:ListUsers", "*", false).allowed()).isTrue();
    }

    /// A question may be of another time and place; who asks is never in doubt.
    @Test
    void aQuestionsKeysCountInsteadOfTheEnginesButNotInsteadOfWhoAsks() {
        Context extra =
                Context.builder()
                        .put("aws:CurrentTime", "2031-01-01T00:00:00Z")
                        .put("aws:username", "somebody-else")
                        .putAll("aws:SecureTransport", List.of())
                        .build();
        Context asked = decider.ask(admin, "iam:ListUsers", "*", extra, false).request().context();
        assertThat(asked.get("aws:CurrentTime").orElseThrow().values())
                .containsExactly("2031-01-01T00:00:00Z");
        assertThat(asked.get("aws:username").orElseThrow().values()).containsExactly("admin");
        assertThat(asked.get("aws:SecureTransport").orElseThrow().values()).isEmpty();
    }
}
