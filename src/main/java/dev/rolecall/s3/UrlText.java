package dev.rolecall.s3;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// How keys stand in lists that were asked for with `encoding-type=url` (a space is `+`, a slash
/// stays), or plainly.
final class UrlText {
    private UrlText() {}

    static UnaryOperator<String> of(@Nullable String encodingType) {
        return "url".equals(encodingType) ? UrlText::encode : UnaryOperator.identity();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2F", "/");
    }
}
