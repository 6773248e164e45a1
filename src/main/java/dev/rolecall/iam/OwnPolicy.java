package dev.rolecall.iam;

import dev.rolecall.fault.IamErrors;
import dev.rolecall.policy.Arn;

/// The customer managed policy that an ARN names, where it is to be changed.
final class OwnPolicy {
    private OwnPolicy() {}

    static ManagedPolicy of(Account account, String arn) {
        if (!Desk.isPolicyArn(arn)) {
            throw IamErrors.invalidArn(arn);
        }
        if (!Arn.parse(arn).orElseThrow().account().equals(account.id())) {
            throw IamErrors.policyOfOthers();
        }
        return account.policyByArn(arn).orElseThrow(() -> IamErrors.noSuchPolicy(arn));
    }
}
