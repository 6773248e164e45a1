package dev.rolecall.check;

import dev.rolecall.localstack.mirror.EntityRef;
import java.util.List;
import java.util.Set;

/// Says whether what a check read is the same behind the cloud. Filled by the wiring, where
/// something is behind it that others may change.
@FunctionalInterface
public interface Agreement {
    /// What differs, a line each.
    ///
    /// @param read the entities of the learner's own account that a criterion read
    /// @throws dev.rolecall.fault.UserError if what is behind the cloud does not answer
    List<String> differences(Set<EntityRef> read);

    /// Nothing is behind the cloud.
    static Agreement always() {
        return _ -> List.of();
    }
}
