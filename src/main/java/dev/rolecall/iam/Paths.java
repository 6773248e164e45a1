package dev.rolecall.iam;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Paths of entities ("Friendly names and paths").
final class Paths {
    private Paths() {}

    /// The path that was given, or the root.
    static String of(@Nullable String path) {
        return Objects.requireNonNullElse(path, "/");
    }

    /// Those under a prefix, in their order.
    static <T> List<T> under(
            @Nullable String prefix, Collection<? extends T> all, Function<T, String> path) {
        String start = of(prefix);
        return all.stream()
                .<T>map(each -> each)
                .filter(each -> path.apply(each).startsWith(start))
                .toList();
    }
}
