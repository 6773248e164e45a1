package dev.rolecall.iam;

import dev.rolecall.fault.IamErrors;
import dev.rolecall.policy.Principal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.CreateUserResponse;
import software.amazon.awssdk.services.iam.model.DeleteUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserResponse;
import software.amazon.awssdk.services.iam.model.GetUserRequest;
import software.amazon.awssdk.services.iam.model.GetUserResponse;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;
import software.amazon.awssdk.services.iam.model.UpdateUserRequest;
import software.amazon.awssdk.services.iam.model.UpdateUserResponse;

/// Users.
public final class UserActions {
    private final Desk desk;
    private final Boundaries boundaries;

    UserActions(Desk desk) {
        this.desk = desk;
        this.boundaries = new Boundaries(desk);
    }

    public CreateUserResponse createUser(Caller caller, CreateUserRequest request) {
        Account after = desk.change(caller, account -> account.with(made(account, request)));
        return CreateUserResponse.builder()
                .user(Shapes.user(Find.user(after, request.userName())))
                .build();
    }

    private User made(Account account, CreateUserRequest request) {
        String name = request.userName();
        if (account.user(name).isPresent()) {
            throw IamErrors.userExists(name);
        }
        Limits.roomFor(account.users().size(), "UsersPerAccount", Limits.USERS);
        return new User(
                account.id(),
                Paths.of(request.path()),
                name,
                desk.ids().unique(Ids.Prefix.AIDA),
                desk.now(),
                Policies.none(),
                Tagging.CASE_IGNORED.of(request.tags()),
                boundaries.checked(account, request.permissionsBoundary()));
    }

    /// Without a name: the caller, be it the root user.
    public GetUserResponse getUser(Caller caller, GetUserRequest request) {
        Account account = desk.account(caller);
        String id = Find.keyOwner(account, caller, request.userName());
        return GetUserResponse.builder()
                .user(account.userById(id).map(Shapes::user).orElseGet(() -> root(account)))
                .build();
    }

    private static software.amazon.awssdk.services.iam.model.User root(Account account) {
        Principal.Root root = new Principal.Root(account.id());
        return software.amazon.awssdk.services.iam.model.User.builder()
                .userId(root.userId())
                .arn(root.arn())
                .createDate(account.created())
                .build();
    }

    public UpdateUserResponse updateUser(Caller caller, UpdateUserRequest request) {
        desk.change(
                caller,
                account -> {
                    User user = Find.user(account, request.userName());
                    String name = Objects.requireNonNullElse(request.newUserName(), user.name());
                    String path = Objects.requireNonNullElse(request.newPath(), user.path());
                    Optional<User> other = account.user(name);
                    if (other.isPresent() && !other.get().id().equals(user.id())) {
                        throw IamErrors.userExists(name);
                    }
                    return account.without(user).with(user.named(path, name));
                });
        return UpdateUserResponse.builder().build();
    }

    public DeleteUserResponse deleteUser(Caller caller, DeleteUserRequest request) {
        desk.change(
                caller,
                account -> {
                    User user = Find.user(account, request.userName());
                    Conflicts.refuseIfHoldsPolicies(user);
                    if (!account.groupsOf(user.id()).isEmpty()) {
                        throw IamErrors.deleteConflict("remove users from group");
                    }
                    if (!account.keysOf(user.id()).isEmpty()) {
                        throw IamErrors.deleteConflict("delete access keys");
                    }
                    return account.without(user);
                });
        return DeleteUserResponse.builder().build();
    }

    public ListUsersResponse listUsers(Caller caller, ListUsersRequest request) {
        List<User> all =
                Paths.under(
                        request.pathPrefix(), desk.account(caller).users().values(), User::path);
        Page<User> page =
                Page.of(all, u -> Copies.fold(u.name()), request.marker(), request.maxItems());
        return ListUsersResponse.builder()
                .users(page.map(Shapes::listed))
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}
