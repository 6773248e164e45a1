package dev.rolecall.iam;

import dev.rolecall.fault.IamErrors;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list (`Marker`, `MaxItems`, `IsTruncated`).
///
/// A marker names the last item that was given, so that a list which changes between two pages
/// loses nothing and repeats nothing.
///
/// @param marker where the next page begins; null on the last page
record Page<T>(List<T> items, @Nullable String marker) {
    private static final int DEFAULT_ITEMS = 100;

    /// @param key what an item is known by; where the list is not sorted by it, keys must not
    ///   vanish
    static <T> Page<T> of(
            List<T> all,
            Function<T, String> key,
            @Nullable String marker,
            @Nullable Integer maxItems) {
        int from = marker == null ? 0 : after(all, key, decode(marker));
        int to = Math.min(all.size(), from + (maxItems == null ? DEFAULT_ITEMS : maxItems));
        List<T> items = List.copyOf(all.subList(from, to));
        return new Page<>(items, to < all.size() ? encode(key.apply(all.get(to - 1))) : null);
    }

    boolean truncated() {
        return marker != null;
    }

    <R> List<R> map(Function<T, R> shape) {
        return items.stream().map(shape).toList();
    }

    private static <T> int after(List<T> all, Function<T, String> key, String last) {
        int firstGreater = all.size();
        for (int i = 0; i < all.size(); i++) {
            int order = key.apply(all.get(i)).compareTo(last);
            if (order == 0) {
                return i + 1;
            }
            if (order > 0) {
                firstGreater = Math.min(firstGreater, i);
            }
        }
        return firstGreater;
    }

    private static String encode(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    private static String decode(String marker) {
        try {
            return new String(Base64.getUrlDecoder().decode(marker), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw IamErrors.invalidMarker();
        }
    }
}
