package dev.rolecall.sts;

import dev.rolecall.fault.StsErrors;
import org.jspecify.annotations.Nullable;

/// Second factors. There are no devices yet, so every one that is named is unknown, which AWS
/// refuses.
final class Mfa {
    private Mfa() {}

    static void refuseUnknownDevice(@Nullable String serialNumber, @Nullable String tokenCode) {
        if (serialNumber != null || tokenCode != null) {
            throw StsErrors.wrongMfaDevice();
        }
    }
}
