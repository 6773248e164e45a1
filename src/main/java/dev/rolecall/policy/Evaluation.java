package dev.rolecall.policy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The answer to one [AccessRequest], with the reasons it came from. Enforcement, explanations,
/// simulation, checks and messages all read this one value. The reasons are gathered when they are
/// first asked for: enforcement never does.
public final class Evaluation {
    private final AccessRequest request;
    private final PolicySet policies;
    private final Verdict verdict;
    private final Ballot ballot;
    private volatile @Nullable List<LayerFinding> layers;

    Evaluation(AccessRequest request, PolicySet policies, Verdict verdict, Ballot ballot) {
        this.request = request;
        this.policies = policies;
        this.verdict = verdict;
        this.ballot = ballot;
    }

    /// AWS's three answers.
    public enum Decision {
        ALLOW,
        EXPLICIT_DENY,
        IMPLICIT_DENY
    }

    /// The layers of a decision, in the order in which they are told.
    public enum Layer {
        /// What no policy can change: `sts:GetCallerIdentity` is always allowed, `sts:AssumeRole`
        /// by a root user never.
        ALWAYS,
        EXPLICIT_DENY,
        SERVICE_CONTROL,
        RESOURCE_CONTROL,
        TRUST,
        BUCKET,
        IDENTITY,
        BOUNDARY,
        SESSION
    }

    /// What a layer said.
    public enum Voice {
        /// It allows, and that counts for this principal.
        ALLOWS,
        /// A statement of it denies.
        DENIES,
        /// It says nothing that matches.
        SILENT,
        /// It names the whole account: the account's own policies decide.
        DELEGATES
    }

    /// One layer's part.
    ///
    /// @param statements the statements that matched, and where none did the nearest misses, best
    ///   first
    public record LayerFinding(Layer layer, Voice voice, List<StatementFinding> statements) {
        public LayerFinding {
            statements = List.copyOf(statements);
        }
    }

    public AccessRequest request() {
        return request;
    }

    /// The policies that were asked.
    public PolicySet policies() {
        return policies;
    }

    public Decision decision() {
        return verdict.decision();
    }

    /// The layer that decided: [Layer#EXPLICIT_DENY] whichever policy denied, the layer whose yes
    /// sufficed, or the first whose silence left the answer at no.
    public Layer decidedBy() {
        return verdict.decidedBy();
    }

    public boolean allowed() {
        return verdict.decision() == Decision.ALLOW;
    }

    /// What each layer that is there said, in the one order in which layers are always told:
    /// explicit deny, SCP, RCP, resource policy (trust, bucket), identity policies, boundary,
    /// session policy.
    public List<LayerFinding> layers() {
        List<LayerFinding> known = layers;
        if (known == null) {
            known = List.copyOf(Reasons.of(ballot));
            layers = known;
        }
        return known;
    }

    /// The finding of a layer, or empty if the layer was not there.
    public Optional<LayerFinding> layer(Layer layer) {
        return layers().stream().filter(f -> f.layer() == layer).findFirst();
    }

    @Override
    public String toString() {
        return decision() + " by " + decidedBy() + ": " + request;
    }
}
