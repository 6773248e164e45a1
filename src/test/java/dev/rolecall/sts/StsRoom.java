package dev.rolecall.sts;

import dev.rolecall.fault.AwsError;
import dev.rolecall.iam.Caller;
import dev.rolecall.iam.Role;
import dev.rolecall.iam.Room;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;

/// STS beside an IAM with two accounts.
final class StsRoom {
    final Room room = new Room();
    final Sts sts = new Sts(room.iam, room.clock, room.ids);

    <T> T call(Caller caller, Object request, Class<T> response) {
        return response.cast(Room.invoke(sts.actions(), caller, request));
    }

    AwsError refused(Caller caller, Object request) {
        return Room.refused(() -> Room.invoke(sts.actions(), caller, request));
    }

    static AssumeRoleRequest.Builder assume(Role role) {
        return AssumeRoleRequest.builder().roleArn(role.arn()).roleSessionName("s1");
    }

    /// Assumes the role and returns the session.
    Session session(Caller caller, AssumeRoleRequest.Builder request) {
        AssumeRoleResponse response = call(caller, request.build(), AssumeRoleResponse.class);
        return sts.session(response.credentials().accessKeyId()).orElseThrow();
    }
}
