package dev.rolecall.iam;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// An instance profile, the box in which EC2 is handed a role ("Using instance profiles").
///
/// @param roleId the unique id of its role, if it has one
public record InstanceProfile(
        String account,
        String path,
        String name,
        String id,
        Instant created,
        Optional<String> roleId,
        Map<String, String> tags)
        implements Tagged {

    public InstanceProfile {
        tags = Copies.inOrder(tags);
    }

    public String arn() {
        return "arn:aws:iam::" + account + ":instance-profile" + path + name;
    }

    public InstanceProfile withRole(Optional<String> newRoleId) {
        return new InstanceProfile(account, path, name, id, created, newRoleId, tags);
    }

    @Override
    public InstanceProfile withTags(Map<String, String> tags) {
        return new InstanceProfile(account, path, name, id, created, roleId, tags);
    }
}
