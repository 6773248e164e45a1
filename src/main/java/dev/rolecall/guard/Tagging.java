package dev.rolecall.guard;

import dev.rolecall.policy.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The keys that say which tags a request passes ("aws:RequestTag", "aws:TagKeys").
final class Tagging {
    private Tagging() {}

    /// Adds the tags in `Tags`, and the keys in `TagKeys` of an untag call: there each value is
    /// empty.
    static void requested(Members input, Context.Builder context) {
        Map<String, String> tags = input.tags("Tags");
        List<String> keys = new ArrayList<>(tags.keySet());
        for (String key : input.texts("TagKeys")) {
            tags.put(key, "");
            keys.add(key);
        }
        if (!keys.isEmpty()) {
            tags.forEach((key, value) -> context.put("aws:RequestTag/" + key, value));
            context.putAll("aws:TagKeys", keys);
        }
    }
}
