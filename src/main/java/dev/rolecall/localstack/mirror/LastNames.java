package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.IamState;
import dev.rolecall.policy.PrincipalNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Unique ids and ARNs, also of users and roles that are gone: those keep the ARN that they had
/// last, for the container has nothing but ARNs. It notes whom it was asked for.
final class LastNames implements PrincipalNames {
    private final PrincipalNames living;
    private final Map<String, String> last;
    private final Map<String, String> seen = new HashMap<>();

    LastNames(IamState state, MirrorState known) {
        this.living = state.names();
        this.last = known.arns();
    }

    /// The one that lives, or else the one that is gone and was called so.
    @Override
    public Optional<String> uniqueId(String arn) {
        return living.uniqueId(arn)
                .or(() ->
                        last.entrySet().stream()
                                .filter(e -> e.getValue().equals(arn))
                                .map(Map.Entry::getKey)
                                .sorted()
                                .findFirst());
    }

    @Override
    public Optional<String> arn(String uniqueId) {
        Optional<String> lives = living.arn(uniqueId);
        lives.ifPresent(arn -> seen.put(uniqueId, arn));
        return lives.or(() -> Optional.ofNullable(last.get(uniqueId)));
    }

    @Override
    public boolean accountExists(String account) {
        return living.accountExists(account);
    }

    /// The present ARN of each living owner of an id that was asked for.
    Map<String, String> seen() {
        return seen;
    }
}
