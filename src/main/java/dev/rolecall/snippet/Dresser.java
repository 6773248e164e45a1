package dev.rolecall.snippet;

import dev.rolecall.console.Nearest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Answers `as("Test")`: picks the newest active key, or says which keys there are.
final class Dresser {
    private final Wardrobe wardrobe;

    Dresser(Wardrobe wardrobe) {
        this.wardrobe = wardrobe;
    }

    /// Either one text, the reason why not, or a key id and its secret (and a token).
    List<String> answer(String userName) {
        try {
            return switch (wardrobe.keysOf(userName)) {
                case Wardrobe.Keys(List<Wardrobe.Key> keys) -> newest(userName, keys);
                case Wardrobe.NoSuchUser(List<String> names) -> List.of(nobody(userName, names));
            };
        } catch (RuntimeException e) {
            // the learner's thread waits for an answer, whatever went wrong here
            return List.of("the keys of " + userName + " cannot be found out: " + e);
        }
    }

    private static List<String> newest(String userName, List<Wardrobe.Key> keys) {
        return keys.stream()
                .filter(Wardrobe.Key::active)
                .max(Comparator.comparing(Wardrobe.Key::created))
                .map(key -> ChildJvm.texts(key.value()))
                .orElseGet(() -> List.of(noActive(userName, keys)));
    }

    private static String noActive(String userName, List<Wardrobe.Key> keys) {
        String create =
                "iam.createAccessKey(b -> b.userName(\"%s\")) makes one".formatted(userName);
        if (keys.isEmpty()) {
            return "%s has no access key; %s".formatted(userName, create);
        }
        String there =
                keys.stream()
                        .map(key -> key.value().accessKeyId() + " (inactive)")
                        .collect(Collectors.joining(", "));
        return "%s has no active access key, only %s; %s".formatted(userName, there, create);
    }

    private static String nobody(String userName, List<String> names) {
        String what =
                userName.isBlank() ? "a user's name is missing" : "there is no user " + userName;
        return Nearest.to(userName, names)
                .map(near -> "%s; did you mean %s?".formatted(what, near))
                .orElseGet(() ->
                        names.isEmpty()
                                ? what + ", nor any other"
                                : "%s; the users are: %s".formatted(what, listed(names)));
    }

    private static String listed(List<String> names) {
        return names.stream().limit(10).collect(Collectors.joining(", "))
                + (names.size() > 10 ? " and %d more".formatted(names.size() - 10) : "");
    }
}
