package dev.rolecall.s3;

import dev.rolecall.iam.Caller;
import dev.rolecall.wire.Operation;
import java.io.InputStream;
import software.amazon.awssdk.core.SdkPojo;

/// Carries out operations for which it has no method each.
public interface Carrier {

    boolean has(Operation operation);

    /// Carries out an operation that it has.
    ///
    /// @param body the bytes of an object or part; empty for every other operation
    /// @return the SDK's response, or a [dev.rolecall.wire.Streamed] one
    Object call(Operation operation, Caller caller, SdkPojo request, InputStream body);
}
