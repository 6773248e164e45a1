package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.AccessKey;
import java.util.Optional;

/// Requests about access keys and the account's alias. The container mints its own key ids, so each
/// request looks up what it calls the key when it is sent.
final class KeyCalls {
    private KeyCalls() {}

    static Call create(AccessKey key, String user) {
        return Call.of(
                "CreateAccessKey",
                new Call.MakesKey(key.id()),
                (iam, _) -> iam.createAccessKey(r -> r.userName(user)).accessKey().accessKeyId());
    }

    static Call delete(AccessKey key, String user) {
        return Call.of(
                "DeleteAccessKey",
                new Call.UnmakesKey(key.id()),
                (iam, state) -> {
                    iam.deleteAccessKey(r -> r.userName(user).accessKeyId(there(state, key)));
                    return "";
                });
    }

    static Call status(AccessKey key, String user) {
        return Call.of(
                "UpdateAccessKey",
                new Call.Alters("access key " + key.id()),
                (iam, state) -> {
                    iam.updateAccessKey(r ->
                            r.userName(user).accessKeyId(there(state, key)).status(key.status()));
                    return "";
                });
    }

    private static String there(MirrorState state, AccessKey key) {
        return state.keyThere(key.id()).orElse(key.id());
    }

    /// AWS and LocalStack replace the alias that there is.
    static Call alias(Optional<String> before, Optional<String> after, EntityRef account) {
        return after.map(alias ->
                        Call.links(
                                "CreateAccountAlias",
                                account + " alias",
                                iam -> iam.createAccountAlias(r -> r.accountAlias(alias))))
                .orElseGet(() ->
                        Call.unmakes(
                                "DeleteAccountAlias",
                                account + " alias",
                                iam ->
                                        iam.deleteAccountAlias(
                                                r -> r.accountAlias(before.orElse("")))));
    }
}
