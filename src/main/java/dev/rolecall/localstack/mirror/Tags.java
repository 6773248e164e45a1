package dev.rolecall.localstack.mirror;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.iam.model.Tag;

/// Tags as the SDK has them, and what is between two sets of them.
final class Tags {
    private Tags() {}

    static List<Tag> of(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    static Map<String, String> of(List<Tag> tags) {
        Map<String, String> map = new LinkedHashMap<>();
        tags.forEach(tag -> map.put(tag.key(), tag.value()));
        return map;
    }

    /// The keys that are no more.
    static List<String> gone(Map<String, String> before, Map<String, String> after) {
        List<String> keys = new ArrayList<>(before.keySet());
        keys.removeAll(after.keySet());
        return keys;
    }

    /// What is new or has another value.
    static Map<String, String> news(Map<String, String> before, Map<String, String> after) {
        Map<String, String> news = new LinkedHashMap<>(after);
        news.entrySet().removeAll(before.entrySet());
        return news;
    }

    /// LocalStack's keys of a managed policy's tags do not differ by case, and AWS's do: of those
    /// that are alike it can have the newest.
    static Map<String, String> newestOfAlike(Map<String, String> tags) {
        Map<String, String> kept = new LinkedHashMap<>();
        tags.forEach((key, value) -> {
            kept.keySet().removeIf(k -> EntityRef.fold(k).equals(EntityRef.fold(key)));
            kept.put(key, value);
        });
        return kept;
    }
}
