package dev.rolecall.iam;

import dev.rolecall.policy.Principal;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccessKeyRequest;

/// Gives an account an administrator who is an IAM user with AdministratorAccess: root cannot
/// assume roles, and nobody should work as root ("Root user best practices for your AWS account").
final class Founding {
    private static final String EVERYTHING = "arn:aws:iam::aws:policy/AdministratorAccess";

    private final UserActions users;
    private final UserAttachmentActions attachments;
    private final AccessKeyActions keys;

    Founding(Desk desk) {
        users = new UserActions(desk);
        attachments = new UserAttachmentActions(desk);
        keys = new AccessKeyActions(desk);
    }

    /// Makes the administrator and returns the id of the access key.
    String administrator(String account, String name) {
        Caller root = Caller.of(new Principal.Root(account), "");
        users.createUser(root, CreateUserRequest.builder().userName(name).build());
        attachments.attachUserPolicy(
                root,
                AttachUserPolicyRequest.builder().userName(name).policyArn(EVERYTHING).build());
        return keys.createAccessKey(root, CreateAccessKeyRequest.builder().userName(name).build())
                .accessKey()
                .accessKeyId();
    }

    /// Deletes an access key of the administrator's.
    void withdraw(String account, String name, String key) {
        keys.deleteAccessKey(
                Caller.of(new Principal.Root(account), ""),
                DeleteAccessKeyRequest.builder().userName(name).accessKeyId(key).build());
    }
}
