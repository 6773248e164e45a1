package dev.rolecall.iam;

import static dev.rolecall.iam.ErrorAssert.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.policy.Principal;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyResponse;
import software.amazon.awssdk.services.iam.model.DeleteAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedRequest;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedResponse;
import software.amazon.awssdk.services.iam.model.ListAccessKeysRequest;
import software.amazon.awssdk.services.iam.model.ListAccessKeysResponse;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyRequest;

class AccessKeyActionsTest {
    private final Room room = new Room();
    private final User test = room.user("Test");

    @Test
    void aNewKeyIsActiveAndFoundByItsId() {
        var key =
                room.call(
                                CreateAccessKeyRequest.builder().userName("Test").build(),
                                CreateAccessKeyResponse.class)
                        .accessKey();
        assertThat(key.status()).isEqualTo(StatusType.ACTIVE);
        assertThat(key.userName()).isEqualTo("Test");
        KeyOwner owner = room.iam.owner(key.accessKeyId()).orElseThrow();
        assertThat(owner.key().secret()).isEqualTo(key.secretAccessKey()).hasSize(40);
        assertThat(owner.principal()).isEqualTo(test.principal());
        assertThat(AccessKeyIds.account(key.accessKeyId())).contains(Room.ACCOUNT);
    }

    @Test
    void aUserHasAtMostTwoKeys() {
        room.key("Test");
        room.key("Test");
        // V39, aws-recorded 21
        assertError(
                room.refused(CreateAccessKeyRequest.builder().userName("Test").build()),
                409,
                "LimitExceeded",
                "Cannot exceed quota for AccessKeysPerUser: 2");
    }

    @Test
    void withoutANameTheKeysAreTheCallers() {
        CreateAccessKeyRequest request = CreateAccessKeyRequest.builder().build();
        room.call(room.caller(test), request);
        room.call(room.root, request);
        assertThat(room.account().keysOf(test.id())).hasSize(1);
        AccessKey rootKey = room.account().keysOf(Room.ACCOUNT).getFirst();
        assertThat(room.iam.owner(rootKey.id()).orElseThrow().principal())
                .isEqualTo(new Principal.Root(Room.ACCOUNT));
        assertThat(
                        room.call(
                                        room.caller(test),
                                        ListAccessKeysRequest.builder().build(),
                                        ListAccessKeysResponse.class)
                                .accessKeyMetadata())
                .hasSize(1);
    }

    @Test
    void aRoleSessionMustNameTheUser() {
        Caller session = Room.session(room.role("r"), "s1");
        String key = room.key("Test");
        // aws-recorded 23
        assertError(
                room.refused(session, DeleteAccessKeyRequest.builder().accessKeyId(key).build()),
                400,
                "ValidationError",
                "Must specify userName when calling with non-User credentials");
    }

    @Test
    void aKeyIsSwitchedOffAndOnAndDeleted() {
        String key = room.key("Test");
        room.call(update(key, StatusType.INACTIVE));
        assertThat(room.iam.owner(key).orElseThrow().key().active()).isFalse();
        room.call(update(key, StatusType.ACTIVE));
        assertThat(room.iam.owner(key).orElseThrow().key().active()).isTrue();
        room.call(DeleteAccessKeyRequest.builder().userName("Test").accessKeyId(key).build());
        assertThat(room.iam.owner(key)).isEmpty();
    }

    @Test
    void anothersKeyIsMissing() {
        room.user("Other");
        String key = room.key("Other");
        assertError(
                room.refused(update(key, StatusType.INACTIVE)),
                404,
                "NoSuchEntity",
                "The Access Key with id " + key + " cannot be found.");
    }

    @Test
    void theLastUseIsNotedInWholeSeconds() {
        String key = room.key("Test");
        var unused = lastUsed(key).accessKeyLastUsed();
        // aws-recorded 22
        assertThat(unused.serviceName()).isEqualTo("N/A");
        assertThat(unused.region()).isEqualTo("N/A");
        assertThat(unused.lastUsedDate()).isNull();
        room.iam.keyUsed(key, "s3", "us-east-1");
        var used = lastUsed(key).accessKeyLastUsed();
        assertThat(used.serviceName()).isEqualTo("s3");
        assertThat(used.region()).isEqualTo("us-east-1");
        assertThat(used.lastUsedDate()).isEqualTo("2026-11-24T10:00:00Z");
        assertThat(lastUsed(key).userName()).isEqualTo("Test");
    }

    @Test
    void theLastUseOfAnUnknownKeyIsDenied() {
        GetAccessKeyLastUsedRequest request =
                GetAccessKeyLastUsedRequest.builder().accessKeyId("AKIAIOSFODNN7EXAMPLE").build();
        // aws-recorded 22, without a colon after "perform"
        assertError(
                room.refused(room.caller(test), request),
                403,
                "AccessDenied",
                "User: arn:aws:iam::111122223333:user/Test is not authorized to perform"
                        + " iam:GetAccessKeyLastUsed on resource: access key AKIAIOSFODNN7EXAMPLE");
    }

    @Test
    void noTextOfAKeyTellsItsSecret() {
        AccessKey key = room.iam.owner(room.key("Test")).orElseThrow().key();
        assertThat(key.toString()).contains(key.id()).doesNotContain(key.secret());
    }

    private GetAccessKeyLastUsedResponse lastUsed(String key) {
        return room.call(
                GetAccessKeyLastUsedRequest.builder().accessKeyId(key).build(),
                GetAccessKeyLastUsedResponse.class);
    }

    private static UpdateAccessKeyRequest update(String key, StatusType status) {
        return UpdateAccessKeyRequest.builder()
                .userName("Test")
                .accessKeyId(key)
                .status(status)
                .build();
    }
}
