package dev.rolecall.s3;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/// Encodes the texts of lists that were asked for with `encoding-type=url` again: the SDK's client
/// decodes them.
final class ListTexts {
    private static final UnaryOperator<String> URL = UrlText.of("url");

    private ListTexts() {}

    static Object in(Object answer) {
        boolean encoded =
                answer instanceof SdkPojo pojo
                        && Members.value(pojo, "EncodingType", String.class)
                                .filter("url"::equals)
                                .isPresent();
        return encoded ? encoded(answer) : answer;
    }

    private static Object encoded(Object answer) {
        return switch (answer) {
            case ListObjectsResponse r ->
                    r.toBuilder()
                            .prefix(text(r.prefix()))
                            .delimiter(text(r.delimiter()))
                            .marker(text(r.marker()))
                            .nextMarker(text(r.nextMarker()))
                            .contents(each(r.contents(), o -> o.copy(b -> b.key(text(o.key())))))
                            .commonPrefixes(prefixes(r.commonPrefixes()))
                            .build();
            case ListObjectsV2Response r ->
                    r.toBuilder()
                            .prefix(text(r.prefix()))
                            .delimiter(text(r.delimiter()))
                            .startAfter(text(r.startAfter()))
                            .contents(each(r.contents(), o -> o.copy(b -> b.key(text(o.key())))))
                            .commonPrefixes(prefixes(r.commonPrefixes()))
                            .build();
            case ListObjectVersionsResponse r ->
                    r.toBuilder()
                            .prefix(text(r.prefix()))
                            .delimiter(text(r.delimiter()))
                            .keyMarker(text(r.keyMarker()))
                            .nextKeyMarker(text(r.nextKeyMarker()))
                            .versions(each(r.versions(), v -> v.copy(b -> b.key(text(v.key())))))
                            .commonPrefixes(prefixes(r.commonPrefixes()))
                            .build();
            case ListMultipartUploadsResponse r ->
                    r.toBuilder()
                            .prefix(text(r.prefix()))
                            .delimiter(text(r.delimiter()))
                            .keyMarker(text(r.keyMarker()))
                            .nextKeyMarker(text(r.nextKeyMarker()))
                            .uploads(each(r.uploads(), u -> u.copy(b -> b.key(text(u.key())))))
                            .commonPrefixes(prefixes(r.commonPrefixes()))
                            .build();
            default -> answer;
        };
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null ? null : URL.apply(text);
    }

    private static <T> List<T> each(List<T> list, UnaryOperator<T> change) {
        return list.stream().map(change).toList();
    }

    private static List<CommonPrefix> prefixes(List<CommonPrefix> prefixes) {
        return each(prefixes, p -> p.copy(b -> b.prefix(text(p.prefix()))));
    }
}
