package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.Ids;
import java.util.regex.Pattern;

/// Unique ids for what is taken over: the container's if AWS could have made it.
final class AwsIds {
    private AwsIds() {}

    static String of(Alignment.EntityId other, Ids ids) {
        Ids.Prefix prefix =
                switch (other.entity().kind()) {
                    case USER -> Ids.Prefix.AIDA;
                    case GROUP -> Ids.Prefix.AGPA;
                    case ROLE -> Ids.Prefix.AROA;
                    case POLICY -> Ids.Prefix.ANPA;
                    case INSTANCE_PROFILE -> Ids.Prefix.AIPA;
                    case ACCOUNT -> throw new IllegalArgumentException("an account has no id");
                };
        return Pattern.matches(prefix + "[A-Z0-9]{17}", other.id())
                ? other.id()
                : ids.unique(prefix);
    }
}
