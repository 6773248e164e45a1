package dev.rolecall.policy;

import dev.rolecall.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// One statement, compiled ("IAM JSON policy elements: Statement").
///
/// @param index its place in the document, from 0
/// @param json as the document has it
/// @param sid empty if it has none
/// @param flaw what of it cannot be read, such as an element that there is not; such a statement
///   counts as a Deny only
record Statement(
        int index,
        JsonValue json,
        String sid,
        Effect effect,
        Optional<Principals> principals,
        Optional<Patterns<Glob>> actions,
        Optional<Patterns<ArnPattern>> resources,
        List<Condition> conditions,
        Optional<String> flaw) {

    Statement {
        conditions = List.copyOf(conditions);
    }

    /// Whether it applies to the request.
    boolean matches(Asked asked, PolicyKind kind) {
        Answer answer = action(asked);
        if (answer != Answer.NO) {
            answer = answer.and(resource(asked, kind));
        }
        if (answer != Answer.NO) {
            answer = answer.and(principal(asked, kind));
        }
        for (int i = 0; i < conditions.size() && answer != Answer.NO; i++) {
            answer = answer.and(conditions.get(i).test(asked.context()));
        }
        return (flaw.isPresent() ? answer.and(Answer.UNKNOWN) : answer).counts(effect, kind);
    }

    Answer action(Asked asked) {
        return actions.isPresent() ? Patterns.action(actions.get(), asked) : Answer.UNKNOWN;
    }

    /// A trust policy has no `Resource`: it stands on its role.
    Answer resource(Asked asked, PolicyKind kind) {
        if (resources.isEmpty()) {
            return kind == PolicyKind.TRUST ? Answer.YES : Answer.UNKNOWN;
        }
        return Patterns.resource(resources.get(), asked);
    }

    /// Only policies on resources name principals; in others none may stand.
    Answer principal(Asked asked, PolicyKind kind) {
        if (namesPrincipals(kind) == principals.isEmpty()) {
            return Answer.UNKNOWN;
        }
        return principals.isEmpty()
                ? Answer.YES
                : principals.get().match(asked.principal(), effect);
    }

    private static boolean namesPrincipals(PolicyKind kind) {
        return switch (kind) {
            case TRUST, BUCKET, RESOURCE_CONTROL -> true;
            case IDENTITY, BOUNDARY, SESSION, SERVICE_CONTROL -> false;
        };
    }

    /// The texts in which context keys stand, lower case: the keys of conditions, and what has
    /// policy variables in it.
    Stream<String> keyTexts() {
        Stream<String> variables =
                Stream.concat(
                                conditions.stream().flatMap(c -> c.texts().stream()),
                                resources.stream().flatMap(r -> r.texts().stream()))
                        .filter(text -> text.contains("${"));
        return Stream.concat(conditions.stream().map(Condition::key), variables)
                .map(text -> text.toLowerCase(Locale.ROOT));
    }

    /// How closely it names the caller.
    Grip grip(Principal caller) {
        return principals.map(p -> p.grip(caller)).orElse(Grip.NONE);
    }
}
