package dev.rolecall.sts;

import dev.rolecall.fault.StsErrors;
import dev.rolecall.iam.Caller;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.sts.model.Tag;

/// Session tags: those that were passed and those that the calling session hands on ("Pass session
/// tags in AWS STS").
///
/// @param all key to value
/// @param transitive the keys that flow on
/// @param passed those that the caller passed itself
record SessionTags(Map<String, String> all, Set<String> transitive, Map<String, String> passed) {

    static SessionTags of(Caller caller, List<Tag> tags, List<String> transitiveKeys) {
        Map<String, String> passed = passed(tags);
        Set<String> keys = folded(passed.keySet());
        if (!keys.containsAll(folded(transitiveKeys))) {
            throw StsErrors.transitiveKeyNotInTags();
        }
        Map<String, String> all = inherited(caller);
        if (folded(all.keySet()).stream().anyMatch(keys::contains)) {
            throw StsErrors.transitiveKeyInherited();
        }
        Set<String> transitive = new LinkedHashSet<>(all.keySet());
        Set<String> wanted = folded(transitiveKeys);
        passed.keySet().stream().filter(k -> wanted.contains(fold(k))).forEach(transitive::add);
        all.putAll(passed);
        return new SessionTags(all, transitive, passed);
    }

    /// The transitive tags of the calling session; none if it is no session.
    static Map<String, String> inherited(Caller caller) {
        Map<String, String> inherited = new LinkedHashMap<>();
        caller.session()
                .ifPresent(facts ->
                        facts.tags().entrySet().stream()
                                .filter(t -> facts.transitiveTagKeys().contains(t.getKey()))
                                .forEach(t -> inherited.put(t.getKey(), t.getValue())));
        return inherited;
    }

    /// The tags that were passed, no key twice.
    static Map<String, String> passed(List<Tag> tags) {
        Map<String, String> passed = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (Tag tag : tags) {
            if (!seen.add(fold(tag.key()))) {
                throw StsErrors.duplicateTagKeys();
            }
            if (fold(tag.key()).startsWith("aws:")) {
                throw StsErrors.reservedTagKey();
            }
            passed.put(tag.key(), tag.value());
        }
        return passed;
    }

    private static Set<String> folded(Iterable<String> keys) {
        Set<String> folded = new HashSet<>();
        keys.forEach(key -> folded.add(fold(key)));
        return folded;
    }

    private static String fold(String key) {
        return key.toLowerCase(Locale.ROOT);
    }
}
