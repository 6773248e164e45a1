package dev.rolecall.localstack.client;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Knows by an engine's or a LocalStack's words that a disk is full.
public final class FullDisk {
    private static final Pattern FULL =
            Pattern.compile(
                    "no space left on device|Errno 28|disk quota exceeded",
                    Pattern.CASE_INSENSITIVE);

    private FullDisk() {}

    /// Whether these words say it.
    public static boolean said(@Nullable String words) {
        return words != null && FULL.matcher(words).find();
    }
}
