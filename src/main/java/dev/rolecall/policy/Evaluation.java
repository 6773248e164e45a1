package dev.rolecall.policy;

import java.util.List;
import java.util.Optional;

/// The answer to one [AccessRequest], with the reasons it came from. Enforcement, explanations,
/// simulation, checks and messages all read this one value.
///
/// @param layers what each layer that is there said, in the one order in which layers are always
///   told: explicit deny, SCP, RCP, resource policy (trust, bucket), identity policies, boundary,
///   session policy
/// @param decidedBy the layer that decided: the one with the deny, the one whose yes sufficed, or
///   the first whose silence left the answer at no
public record Evaluation(
        AccessRequest request, Decision decision, Layer decidedBy, List<LayerFinding> layers) {

    public Evaluation {
        layers = List.copyOf(layers);
    }

    /// AWS's three answers.
    public enum Decision {
        ALLOW,
        EXPLICIT_DENY,
        IMPLICIT_DENY
    }

    /// The layers of a decision, in the order in which they are told.
    public enum Layer {
        /// An action that no policy can deny or must allow, such as `sts:GetCallerIdentity`.
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

    public boolean allowed() {
        return decision == Decision.ALLOW;
    }

    /// The finding of a layer, or empty if the layer was not there.
    public Optional<LayerFinding> layer(Layer layer) {
        return layers.stream().filter(f -> f.layer() == layer).findFirst();
    }
}
