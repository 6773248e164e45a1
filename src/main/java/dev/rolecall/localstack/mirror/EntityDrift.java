package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.Bounded;
import dev.rolecall.iam.Policies;
import dev.rolecall.policy.PolicyDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Compares the parts of one entity.
///
/// @param found where differences go
record EntityDrift(EntityRef entity, List<Difference> found) {

    void add(String what) {
        found.add(Difference.about(entity, what));
    }

    /// @param words the whole line
    void say(String words) {
        found.add(Difference.of(entity, words));
    }

    void text(String what, String mine, String its) {
        if (!mine.equals(its)) {
            found.add(Difference.about(entity, "the " + what + " differs", mine, its));
        }
    }

    void boundary(Bounded mine, Bounded its) {
        text("permissions boundary", mine.boundary().orElse(""), its.boundary().orElse(""));
    }

    void document(String what, PolicyDocument mine, PolicyDocument its) {
        String here = ContainerText.of(mine);
        String there = ContainerText.of(its);
        if (!JsonTexts.same(here, there)) {
            found.add(Difference.about(entity, what + " differs", here, there));
        }
    }

    void documents(String what, Map<String, PolicyDocument> mine, Map<String, PolicyDocument> its) {
        for (String name : union(mine.keySet(), its.keySet())) {
            PolicyDocument here = mine.get(name);
            PolicyDocument there = its.get(name);
            if (here == null) {
                add(what + " " + name + " is in the container only");
            } else if (there == null) {
                add(what + " " + name + " is only here");
            } else {
                document(what + " " + name, here, there);
            }
        }
    }

    void policies(Policies mine, Policies its) {
        documents("inline policy", mine.inline(), its.inline());
        Set<String> here = Set.copyOf(mine.attached());
        Set<String> there = Set.copyOf(its.attached());
        for (String arn : union(here, there)) {
            String policy = "policy " + arn.substring(arn.lastIndexOf('/') + 1) + " is attached ";
            if (!here.contains(arn)) {
                add(policy + "in the container only");
            } else if (!there.contains(arn)) {
                add(policy + "only here");
            }
        }
    }

    void tags(Map<String, String> mine, Map<String, String> its) {
        for (String key : union(mine.keySet(), its.keySet())) {
            Optional<String> here = Optional.ofNullable(mine.get(key));
            Optional<String> there = Optional.ofNullable(its.get(key));
            if (here.isEmpty()) {
                add("tag " + key + " is in the container only");
            } else if (there.isEmpty()) {
                add("tag " + key + " is only here");
            } else {
                text("value of tag " + key, here.get(), there.get());
            }
        }
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }
}
