package dev.rolecall.terminal;

import dev.rolecall.policy.Principal;

/// Short names for people.
final class NamesOf {
    private NamesOf() {}

    static String principal(Principal principal) {
        return switch (principal) {
            case Principal.User user -> user.name();
            case Principal.Root _ -> "root";
            case Principal.RoleSession session -> session.roleName() + "/" + session.sessionName();
            case Principal.Anonymous _ -> "somebody";
            default -> principal.arn();
        };
    }
}
