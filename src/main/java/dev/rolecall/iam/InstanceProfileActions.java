package dev.rolecall.iam;

import dev.rolecall.fault.IamErrors;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.AddRoleToInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.AddRoleToInstanceProfileResponse;
import software.amazon.awssdk.services.iam.model.CreateInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.CreateInstanceProfileResponse;
import software.amazon.awssdk.services.iam.model.DeleteInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.DeleteInstanceProfileResponse;
import software.amazon.awssdk.services.iam.model.GetInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.GetInstanceProfileResponse;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesForRoleRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesForRoleResponse;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesResponse;
import software.amazon.awssdk.services.iam.model.RemoveRoleFromInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.RemoveRoleFromInstanceProfileResponse;

/// Instance profiles ("Using instance profiles").
public final class InstanceProfileActions {
    private final Desk desk;

    InstanceProfileActions(Desk desk) {
        this.desk = desk;
    }

    public CreateInstanceProfileResponse createInstanceProfile(
            Caller caller, CreateInstanceProfileRequest request) {
        Account after = desk.change(caller, account -> account.with(made(account, request)));
        return CreateInstanceProfileResponse.builder()
                .instanceProfile(shape(after, Find.profile(after, request.instanceProfileName())))
                .build();
    }

    private InstanceProfile made(Account account, CreateInstanceProfileRequest request) {
        String name = request.instanceProfileName();
        if (account.profile(name).isPresent()) {
            throw IamErrors.instanceProfileExists(name);
        }
        Limits.roomFor(account.profiles().size(), "InstanceProfilesPerAccount", Limits.PROFILES);
        return new InstanceProfile(
                account.id(),
                Paths.of(request.path()),
                name,
                desk.ids().unique(Ids.Prefix.AIPA),
                desk.now(),
                Optional.empty(),
                Tagging.CASE_IGNORED.of(request.tags()));
    }

    public GetInstanceProfileResponse getInstanceProfile(
            Caller caller, GetInstanceProfileRequest request) {
        Account account = desk.account(caller);
        InstanceProfile profile = Find.profile(account, request.instanceProfileName());
        return GetInstanceProfileResponse.builder()
                .instanceProfile(shape(account, profile))
                .build();
    }

    public DeleteInstanceProfileResponse deleteInstanceProfile(
            Caller caller, DeleteInstanceProfileRequest request) {
        desk.change(
                caller,
                account -> {
                    InstanceProfile profile = Find.profile(account, request.instanceProfileName());
                    if (profile.roleId().isPresent()) {
                        throw IamErrors.deleteConflict("remove roles from instance profile");
                    }
                    return account.without(profile);
                });
        return DeleteInstanceProfileResponse.builder().build();
    }

    /// There is room for one role.
    public AddRoleToInstanceProfileResponse addRoleToInstanceProfile(
            Caller caller, AddRoleToInstanceProfileRequest request) {
        desk.change(
                caller,
                account -> {
                    InstanceProfile profile = Find.profile(account, request.instanceProfileName());
                    Role role = Find.role(account, request.roleName());
                    if (profile.roleId().isPresent()) {
                        throw IamErrors.quota("InstanceSessionsPerInstanceProfile", 1);
                    }
                    return account.with(profile.withRole(Optional.of(role.id())));
                });
        return AddRoleToInstanceProfileResponse.builder().build();
    }

    public RemoveRoleFromInstanceProfileResponse removeRoleFromInstanceProfile(
            Caller caller, RemoveRoleFromInstanceProfileRequest request) {
        desk.change(
                caller,
                account -> {
                    InstanceProfile profile = Find.profile(account, request.instanceProfileName());
                    Role role = Find.role(account, request.roleName());
                    if (profile.roleId().filter(role.id()::equals).isEmpty()) {
                        throw IamErrors.noSuchRole(request.roleName());
                    }
                    return account.with(profile.withRole(Optional.empty()));
                });
        return RemoveRoleFromInstanceProfileResponse.builder().build();
    }

    public ListInstanceProfilesResponse listInstanceProfiles(
            Caller caller, ListInstanceProfilesRequest request) {
        Account account = desk.account(caller);
        Collection<InstanceProfile> profiles = account.profiles().values();
        List<InstanceProfile> all =
                Paths.under(request.pathPrefix(), profiles, InstanceProfile::path);
        Page<InstanceProfile> page =
                Page.of(all, p -> Copies.fold(p.name()), request.marker(), request.maxItems());
        return ListInstanceProfilesResponse.builder()
                .instanceProfiles(page.map(profile -> shape(account, profile)))
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }

    public ListInstanceProfilesForRoleResponse listInstanceProfilesForRole(
            Caller caller, ListInstanceProfilesForRoleRequest request) {
        Account account = desk.account(caller);
        Role role = Find.role(account, request.roleName());
        List<InstanceProfile> all =
                account.profiles().values().stream()
                        .filter(p -> p.roleId().filter(role.id()::equals).isPresent())
                        .toList();
        Page<InstanceProfile> page =
                Page.of(all, p -> Copies.fold(p.name()), request.marker(), request.maxItems());
        return ListInstanceProfilesForRoleResponse.builder()
                .instanceProfiles(page.map(profile -> shape(account, profile)))
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }

    private software.amazon.awssdk.services.iam.model.InstanceProfile shape(
            Account account, InstanceProfile profile) {
        return Shapes.profile(profile, account, desk.names());
    }
}
