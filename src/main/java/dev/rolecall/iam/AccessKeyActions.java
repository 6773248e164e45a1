package dev.rolecall.iam;

import dev.rolecall.fault.IamErrors;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AccessKeyLastUsed;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyResponse;
import software.amazon.awssdk.services.iam.model.DeleteAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccessKeyResponse;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedRequest;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedResponse;
import software.amazon.awssdk.services.iam.model.ListAccessKeysRequest;
import software.amazon.awssdk.services.iam.model.ListAccessKeysResponse;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyResponse;

/// Access keys. Without a user's name they are the caller's own.
public final class AccessKeyActions {
    private final Desk desk;

    AccessKeyActions(Desk desk) {
        this.desk = desk;
    }

    public CreateAccessKeyResponse createAccessKey(Caller caller, CreateAccessKeyRequest request) {
        String id = desk.ids().accessKeyId(Ids.Prefix.AKIA, caller.account());
        Account after =
                desk.change(
                        caller,
                        account -> {
                            String owner = Find.keyOwner(account, caller, request.userName());
                            Limits.roomFor(
                                    account.keysOf(owner).size(),
                                    "AccessKeysPerUser",
                                    Limits.ACCESS_KEYS);
                            return account.with(made(id, owner));
                        });
        AccessKey key = key(after, id);
        return CreateAccessKeyResponse.builder()
                .accessKey(
                        software.amazon.awssdk.services.iam.model.AccessKey.builder()
                                .userName(userName(after, key))
                                .accessKeyId(key.id())
                                .status(key.status())
                                .secretAccessKey(key.secret())
                                .createDate(key.created())
                                .build())
                .build();
    }

    private AccessKey made(String id, String owner) {
        return new AccessKey(id, desk.ids().secret(), owner, true, desk.now(), Optional.empty());
    }

    public ListAccessKeysResponse listAccessKeys(Caller caller, ListAccessKeysRequest request) {
        Account account = desk.account(caller);
        String owner = Find.keyOwner(account, caller, request.userName());
        List<AccessKey> all = account.keysOf(owner);
        Page<AccessKey> page = Page.of(all, AccessKey::id, request.marker(), request.maxItems());
        return ListAccessKeysResponse.builder()
                .accessKeyMetadata(page.map(key -> metadata(account, key)))
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }

    private static AccessKeyMetadata metadata(Account account, AccessKey key) {
        return AccessKeyMetadata.builder()
                .userName(userName(account, key))
                .accessKeyId(key.id())
                .status(key.status())
                .createDate(key.created())
                .build();
    }

    public UpdateAccessKeyResponse updateAccessKey(Caller caller, UpdateAccessKeyRequest request) {
        boolean active = request.status() == StatusType.ACTIVE;
        desk.change(
                caller,
                account -> {
                    String owner = Find.keyOwner(account, caller, request.userName());
                    AccessKey key = key(account, owner, request.accessKeyId());
                    return account.with(key.withActive(active));
                });
        return UpdateAccessKeyResponse.builder().build();
    }

    public DeleteAccessKeyResponse deleteAccessKey(Caller caller, DeleteAccessKeyRequest request) {
        desk.change(
                caller,
                account -> {
                    String owner = Find.keyOwner(account, caller, request.userName());
                    return account.without(key(account, owner, request.accessKeyId()));
                });
        return DeleteAccessKeyResponse.builder().build();
    }

    /// A key that is not in the caller's account is answered like a denial.
    public GetAccessKeyLastUsedResponse getAccessKeyLastUsed(
            Caller caller, GetAccessKeyLastUsedRequest request) {
        Account account = desk.account(caller);
        String id = request.accessKeyId();
        AccessKey key = account.keys().get(id);
        if (key == null) {
            throw IamErrors.lastUsedDenied(caller.principal().arn(), id);
        }
        return GetAccessKeyLastUsedResponse.builder()
                .userName(userName(account, key))
                .accessKeyLastUsed(lastUsed(key))
                .build();
    }

    private static AccessKeyLastUsed lastUsed(AccessKey key) {
        AccessKeyLastUsed.Builder used = AccessKeyLastUsed.builder();
        key.lastUsed()
                .ifPresentOrElse(
                        use ->
                                used.lastUsedDate(use.at())
                                        .serviceName(use.service())
                                        .region(use.region()),
                        () -> used.serviceName("N/A").region("N/A"));
        return used.build();
    }

    private static AccessKey key(Account account, String id) {
        AccessKey key = account.keys().get(id);
        if (key == null) {
            throw IamErrors.noSuchAccessKey(id);
        }
        return key;
    }

    private static AccessKey key(Account account, String owner, String id) {
        AccessKey key = key(account, id);
        if (!key.ownerId().equals(owner)) {
            throw IamErrors.noSuchAccessKey(id);
        }
        return key;
    }

    /// The user's name as it is now; null for a key of the root user, for a builder.
    private static @Nullable String userName(Account account, AccessKey key) {
        return account.userById(key.ownerId()).map(User::name).orElse(null);
    }
}
