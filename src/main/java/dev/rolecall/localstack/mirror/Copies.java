package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.Group;
import dev.rolecall.iam.InstanceProfile;
import dev.rolecall.iam.ManagedPolicy;
import dev.rolecall.iam.Role;
import dev.rolecall.iam.User;
import java.util.List;
import java.util.Optional;

/// Entities that differ from others in what nothing else changes, such as the unique id.
final class Copies {
    private Copies() {}

    static User of(User u, String id) {
        return new User(
                u.account(),
                u.path(),
                u.name(),
                id,
                u.created(),
                u.policies(),
                u.tags(),
                u.boundary());
    }

    static Group of(Group g, String id, List<String> members) {
        return new Group(g.account(), g.path(), g.name(), id, g.created(), g.policies(), members);
    }

    static Role of(Role r, String id) {
        return new Role(
                r.account(),
                r.path(),
                r.name(),
                id,
                r.created(),
                r.description(),
                r.trust(),
                r.maxSessionSeconds(),
                r.policies(),
                r.tags(),
                r.boundary(),
                r.lastUsed());
    }

    static Role used(Role r, Optional<Role.LastUsed> use) {
        return new Role(
                r.account(),
                r.path(),
                r.name(),
                r.id(),
                r.created(),
                r.description(),
                r.trust(),
                r.maxSessionSeconds(),
                r.policies(),
                r.tags(),
                r.boundary(),
                use);
    }

    static ManagedPolicy of(ManagedPolicy p, List<ManagedPolicy.Version> versions, int next) {
        return new ManagedPolicy(
                p.account(),
                p.path(),
                p.name(),
                p.id(),
                p.created(),
                p.updated(),
                p.description(),
                versions,
                p.defaultVersion(),
                next,
                p.tags());
    }

    static ManagedPolicy of(ManagedPolicy p, String id) {
        return new ManagedPolicy(
                p.account(),
                p.path(),
                p.name(),
                id,
                p.created(),
                p.updated(),
                p.description(),
                p.versions(),
                p.defaultVersion(),
                p.nextVersion(),
                p.tags());
    }

    static InstanceProfile of(InstanceProfile p, String id, Optional<String> roleId) {
        return new InstanceProfile(
                p.account(), p.path(), p.name(), id, p.created(), roleId, p.tags());
    }
}
