package dev.rolecall.wire;

import software.amazon.awssdk.core.SdkPojo;

/// AWS's front end: what the service models forbid is refused before any action sees the request.
public final class FrontEnd {
    private FrontEnd() {}

    /// Checks a request that [Codec#read] has read.
    ///
    /// @throws dev.rolecall.fault.AwsError with AWS's own text, if the request breaks the model
    public static void check(Operation operation, Routed routed, SdkPojo request) {
        if (operation.service() == AwsService.S3) {
            RequiredChecksums.check(operation, routed.in());
            S3FrontEnd.check(operation, request);
        } else {
            QueryFrontEnd.check(operation, request);
        }
    }
}
