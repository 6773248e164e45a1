package dev.rolecall.wire;

import java.io.InputStream;
import software.amazon.awssdk.core.SdkPojo;

/// The SDK in reverse: an AWS request in, the SDK's own request class out; the SDK's response class
/// in, AWS's answer out. Stateless.
public final class Codec {

    /// Reads the SDK's request. A body that is a message (XML, a policy) is read from
    /// `routed.in()`; a body that an action streams stays unread.
    ///
    /// @throws dev.rolecall.fault.AwsError if it cannot be read
    public SdkPojo read(Routed routed) {
        return routed.service() == AwsService.S3
                ? S3Reader.read(routed)
                : QueryReader.read(routed.operation(), routed.form());
    }

    /// Renders a response without a streamed body.
    public HttpOut write(Operation operation, SdkPojo response, String requestId) {
        return operation.service() == AwsService.S3
                ? S3Writer.write(operation, response, requestId)
                : QueryWriter.write(operation, response, requestId);
    }

    /// Renders a response whose body is streamed: `GetObject` and its like. The response's content
    /// length says how long the body is.
    public HttpOut write(
            Operation operation, SdkPojo response, String requestId, InputStream body) {
        return S3Writer.write(operation, response, requestId, body);
    }
}
