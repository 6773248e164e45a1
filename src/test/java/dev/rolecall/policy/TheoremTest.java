package dev.rolecall.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.policy.Evaluation.Decision;
import dev.rolecall.policy.Evaluation.Layer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What holds for every question, whatever the policies say. Each theorem is put to generated
/// questions; the seed of a failure is in its message.
class TheoremTest {
    private static final int QUESTIONS = 3_000;

    private interface Theorem {
        void holdsFor(AccessRequest request, PolicySet policies, String seed);
    }

    private static void forAll(Theorem theorem) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < QUESTIONS; i++) {
            Questions questions = new Questions(random);
            theorem.holdsFor(
                    questions.request(), questions.policies(), "seed " + seed + ", number " + i);
        }
    }

    private static Decision decide(AccessRequest request, PolicySet policies) {
        return PolicyEngine.evaluate(request, policies).decision();
    }

    private static boolean excepted(AccessRequest request) {
        return request.principal() instanceof Principal.Root;
    }

    @Test
    void defaultDeny() {
        forAll((request, _, seed) ->
                assertThat(decide(request, PolicySet.ofIdentity(List.of())))
                        .as(seed)
                        .isEqualTo(
                                excepted(request)
                                                && !request.crossAccount()
                                                && !request.action().startsWith("sts:")
                                        ? Decision.ALLOW
                                        : excepted(request)
                                                        && request.action().equals("sts:AssumeRole")
                                                ? Decision.EXPLICIT_DENY
                                                : Decision.IMPLICIT_DENY));
    }

    @Test
    void aDenyInAnyPolicyWins() {
        AttachedPolicy deny = Ask.attached(PolicyKind.IDENTITY, Ask.deny("*", "*"));
        forAll((request, policies, seed) -> {
            List<AttachedPolicy> more = new ArrayList<>(policies.identity());
            more.add(deny);
            assertThat(decide(request, PolicySets.withIdentity(policies, more)))
                    .as(seed)
                    .isEqualTo(Decision.EXPLICIT_DENY);
            assertThat(
                            decide(
                                    request,
                                    PolicySets.withControls(
                                            policies, List.of(List.of(deny)), List.of())))
                    .as(seed)
                    .isEqualTo(Decision.EXPLICIT_DENY);
        });
    }

    @Test
    void anExplicitDenyNeedsAStatementThatDenies() {
        forAll((request, policies, seed) -> {
            Evaluation evaluation = PolicyEngine.evaluate(request, policies);
            if (evaluation.decidedBy() == Layer.EXPLICIT_DENY) {
                assertThat(evaluation.layer(Layer.EXPLICIT_DENY).orElseThrow().statements())
                        .as(seed)
                        .isNotEmpty();
            }
        });
    }

    @Test
    void orderAndDuplicatesDoNotMatter() {
        forAll((request, policies, seed) -> {
            List<AttachedPolicy> twice = new ArrayList<>(policies.identity());
            twice.addAll(policies.identity());
            Collections.shuffle(twice, new Random(1));
            assertThat(decide(request, PolicySets.withIdentity(policies, twice)))
                    .as(seed)
                    .isEqualTo(decide(request, policies));
        });
    }

    @Test
    void aFirstBoundaryNeverGrants() {
        forAll((request, policies, seed) -> {
            PolicySet without =
                    new PolicySet(
                            policies.identity(),
                            policies.resource(),
                            Optional.empty(),
                            policies.session(),
                            policies.serviceControl(),
                            policies.resourceControl());
            if (decide(request, policies) == Decision.ALLOW) {
                assertThat(decide(request, without)).as(seed).isEqualTo(Decision.ALLOW);
            }
        });
    }

    /// But for a GetFederationToken session, which has nothing without one.
    @Test
    void aFirstSessionPolicyNeverGrants() {
        forAll((request, policies, seed) -> {
            PolicySet without =
                    new PolicySet(
                            policies.identity(),
                            policies.resource(),
                            policies.boundary(),
                            Optional.empty(),
                            policies.serviceControl(),
                            policies.resourceControl());
            boolean federated = request.principal() instanceof Principal.FederatedUser;
            if (!federated && decide(request, policies) == Decision.ALLOW) {
                assertThat(decide(request, without)).as(seed).isEqualTo(Decision.ALLOW);
            }
        });
    }

    @Test
    void aLevelOfAnOrganizationNeverGrants() {
        forAll((request, policies, seed) -> {
            PolicySet without = PolicySets.withControls(policies, List.of(), List.of());
            if (decide(request, policies) == Decision.ALLOW) {
                assertThat(decide(request, without)).as(seed).isEqualTo(Decision.ALLOW);
            }
        });
    }

    @Test
    void acrossAccountsBothSidesMustSayYes() {
        forAll((request, policies, seed) -> {
            boolean hasAccount = !request.principal().account().isEmpty();
            if (hasAccount
                    && request.crossAccount()
                    && decide(request, policies) == Decision.ALLOW) {
                assertThat(decide(request, policies.withResource(Optional.empty())))
                        .as(seed)
                        .isEqualTo(Decision.IMPLICIT_DENY);
                if (!excepted(request)) {
                    PolicySet bare = PolicySets.withIdentity(policies, List.of());
                    assertThat(decide(request, bare)).as(seed).isEqualTo(Decision.IMPLICIT_DENY);
                }
            }
        });
    }

    @Test
    void theReasonsSayWhatTheDecisionSays() {
        forAll((request, policies, seed) -> {
            Evaluation evaluation = PolicyEngine.evaluate(request, policies);
            Asked asked = new Asked(request);
            for (AttachedPolicy policy : policies.identity()) {
                for (Statement statement : policy.document().statements()) {
                    StatementFinding finding = Examination.of(policy, statement, asked);
                    assertThat(finding.matches())
                            .as(seed)
                            .isEqualTo(statement.matches(asked, policy.kind()));
                }
            }
            assertThat(evaluation.layer(evaluation.decidedBy()))
                    .as("%s: %s", seed, evaluation)
                    .isPresent();
        });
    }

    @Test
    void everyGeneratorReachesEveryDecision() {
        List<Decision> seen = new ArrayList<>();
        forAll((request, policies, _) -> seen.add(decide(request, policies)));

        for (Decision decision : Decision.values()) {
            assertThat(Collections.frequency(seen, decision))
                    .as(decision.name())
                    .isGreaterThan(QUESTIONS / 50);
        }
    }
}
