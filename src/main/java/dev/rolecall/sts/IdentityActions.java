package dev.rolecall.sts;

import dev.rolecall.fault.StsErrors;
import dev.rolecall.iam.AccessKeyIds;
import dev.rolecall.iam.Caller;
import software.amazon.awssdk.services.sts.model.GetAccessKeyInfoRequest;
import software.amazon.awssdk.services.sts.model.GetAccessKeyInfoResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/// Who am I, and whose key is this.
public final class IdentityActions {
    IdentityActions() {}

    public GetCallerIdentityResponse getCallerIdentity(
            Caller caller, GetCallerIdentityRequest request) {
        return GetCallerIdentityResponse.builder()
                .arn(caller.principal().arn())
                .userId(caller.principal().userId())
                .account(caller.account())
                .build();
    }

    /// Reads the account out of the key's id; says nothing of whether there is such a key.
    public GetAccessKeyInfoResponse getAccessKeyInfo(
            Caller caller, GetAccessKeyInfoRequest request) {
        Refusals.refuse(caller, "GetAccessKeyInfo");
        String id = request.accessKeyId();
        return GetAccessKeyInfoResponse.builder()
                .account(AccessKeyIds.account(id).orElseThrow(() -> StsErrors.noAccountInKeyId(id)))
                .build();
    }
}
