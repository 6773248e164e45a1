package dev.rolecall.iam;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A group of users ("IAM user groups").
///
/// @param members the unique ids of its users, so that a renamed user stays
public record Group(
        String account,
        String path,
        String name,
        String id,
        Instant created,
        Policies policies,
        List<String> members)
        implements Identity {

    public Group {
        members = List.copyOf(members);
    }

    @Override
    public Kind kind() {
        return Kind.GROUP;
    }

    public Group named(String newPath, String newName) {
        return new Group(account, newPath, newName, id, created, policies, members);
    }

    @Override
    public Group with(Policies policies) {
        return new Group(account, path, name, id, created, policies, members);
    }

    public Group withMember(String userId) {
        Set<String> more = new LinkedHashSet<>(members);
        more.add(userId);
        return new Group(account, path, name, id, created, policies, List.copyOf(more));
    }

    public Group withoutMember(String userId) {
        List<String> fewer = members.stream().filter(m -> !m.equals(userId)).toList();
        return new Group(account, path, name, id, created, policies, fewer);
    }
}
