package dev.rolecall.guard;

import dev.rolecall.policy.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The keys that say which tags a request passes ("aws:RequestTag", "aws:TagKeys") and which its
/// resource has ("aws:ResourceTag").
final class Tagging {
    private Tagging() {}

    /// Adds the tags in `Tags`, and the keys in `TagKeys` of an untag call: there each value is
    /// empty.
    static void requested(Members input, Context.Builder context) {
        Map<String, String> tags = input.tags("Tags");
        for (String key : input.texts("TagKeys")) {
            tags.put(key, "");
        }
        requested(tags, context);
    }

    static void requested(Map<String, String> tags, Context.Builder context) {
        List<String> keys = new ArrayList<>(tags.keySet());
        if (!keys.isEmpty()) {
            tags.forEach((key, value) -> context.put("aws:RequestTag/" + key, value));
            context.putAll("aws:TagKeys", keys);
        }
    }

    /// Adds the tags of an IAM entity.
    static void existing(Map<String, String> tags, Context.Builder context) {
        tags.forEach((key, value) ->
                context.put("aws:ResourceTag/" + key, value).put("iam:ResourceTag/" + key, value));
    }
}
