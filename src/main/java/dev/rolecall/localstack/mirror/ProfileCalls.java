package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.InstanceProfile;

/// Requests about instance profiles.
final class ProfileCalls {
    private ProfileCalls() {}

    static Call create(InstanceProfile profile) {
        return Call.makes(
                "CreateInstanceProfile",
                EntityRef.profile(profile.name()),
                iam ->
                        iam.createInstanceProfile(
                                        r -> {
                                            r.instanceProfileName(profile.name())
                                                    .path(profile.path());
                                            if (!profile.tags().isEmpty()) {
                                                r.tags(Tags.of(profile.tags()));
                                            }
                                        })
                                .instanceProfile()
                                .instanceProfileId());
    }

    static Call delete(InstanceProfile profile) {
        return Call.unmakes(
                "DeleteInstanceProfile",
                EntityRef.profile(profile.name()),
                iam -> iam.deleteInstanceProfile(r -> r.instanceProfileName(profile.name())));
    }

    static Call addRole(InstanceProfile profile, String role) {
        return Call.links(
                "AddRoleToInstanceProfile",
                thing(profile, role),
                iam ->
                        iam.addRoleToInstanceProfile(
                                r -> r.instanceProfileName(profile.name()).roleName(role)));
    }

    static Call removeRole(InstanceProfile profile, String role) {
        return Call.unmakes(
                "RemoveRoleFromInstanceProfile",
                thing(profile, role),
                iam ->
                        iam.removeRoleFromInstanceProfile(
                                r -> r.instanceProfileName(profile.name()).roleName(role)));
    }

    private static String thing(InstanceProfile profile, String role) {
        return EntityRef.profile(profile.name()) + " role " + role;
    }
}
