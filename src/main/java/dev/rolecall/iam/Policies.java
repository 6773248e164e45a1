package dev.rolecall.iam;

import dev.rolecall.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The policies on one identity.
///
/// @param inline by name
/// @param attached ARNs of managed policies, in the order of their attachment
public record Policies(Map<String, PolicyDocument> inline, List<String> attached) {
    public Policies {
        inline = Copies.sorted(inline);
        attached = List.copyOf(attached);
    }

    public static Policies none() {
        return new Policies(Map.of(), List.of());
    }

    public Policies withInline(String name, PolicyDocument document) {
        return new Policies(Copies.with(inline, name, document), attached);
    }

    public Policies withoutInline(String name) {
        return new Policies(Copies.without(inline, name), attached);
    }

    public Policies attach(String arn) {
        List<String> more = new ArrayList<>(attached);
        more.add(arn);
        return new Policies(inline, more);
    }

    public Policies detach(String arn) {
        return new Policies(inline, attached.stream().filter(a -> !a.equals(arn)).toList());
    }
}
