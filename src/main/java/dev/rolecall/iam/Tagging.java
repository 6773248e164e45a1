package dev.rolecall.iam;

import dev.rolecall.fault.IamErrors;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.iam.model.Tag;

/// The rules of tags ("Tags for AWS Identity and Access Management resources"). Keys of users,
/// roles and instance profiles are the same whatever their case; those of policies are not.
enum Tagging {
    CASE_IGNORED,
    CASE_SENSITIVE;

    /// The tags of something new.
    Map<String, String> of(List<Tag> tags) {
        return added(Map.of(), tags);
    }

    /// The tags after more were put; a key that is there is replaced, in its new spelling.
    Map<String, String> added(Map<String, String> present, List<Tag> tags) {
        check(tags);
        Map<String, String> after = new LinkedHashMap<>(present);
        for (Tag tag : tags) {
            after.keySet().removeIf(key -> same(key, tag.key()));
            after.put(tag.key(), tag.value());
        }
        if (after.size() > Limits.TAGS) {
            // Text unverified.
            throw IamErrors.quota("TagsPerResource", Limits.TAGS);
        }
        return after;
    }

    /// The tags without those of the keys; keys that are not there do not matter.
    Map<String, String> removed(Map<String, String> present, Collection<String> keys) {
        Map<String, String> after = new LinkedHashMap<>(present);
        after.keySet().removeIf(key -> keys.stream().anyMatch(gone -> same(key, gone)));
        return after;
    }

    private void check(List<Tag> tags) {
        Set<String> seen = new HashSet<>();
        for (Tag tag : tags) {
            if (!seen.add(comparable(tag.key()))) {
                throw this == CASE_IGNORED
                        ? IamErrors.duplicateTagKeys()
                        : IamErrors.duplicatePolicyTagKeys();
            }
            if (Copies.fold(tag.key()).startsWith("aws:")) {
                throw IamErrors.reservedTagKey();
            }
        }
    }

    private boolean same(String one, String other) {
        return comparable(one).equals(comparable(other));
    }

    private String comparable(String key) {
        return this == CASE_IGNORED ? Copies.fold(key) : key;
    }
}
