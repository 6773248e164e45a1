package dev.rolecall.s3;

import dev.rolecall.wire.Operation;
import java.io.InputStream;
import software.amazon.awssdk.core.SdkPojo;

/// Carries out S3's operations somewhere else. Filled by the wiring where S3 is another's.
@FunctionalInterface
public interface Forward {
    /// Sends one request that was authenticated and authorised, and waits for the head of the
    /// answer.
    ///
    /// @param account the 12 digits in whose name it is sent
    /// @param body the bytes of an object or part; empty for every other operation. Reading it
    ///   throws where a chunk or a checksum is wrong: then nothing may be left behind there
    /// @param length how many bytes the body has, as the client declared them
    /// @return the SDK's response, or a [dev.rolecall.wire.Streamed] one
    /// @throws dev.rolecall.fault.AwsError what was answered, or that there was no answer
    Object call(
            Operation operation, String account, SdkPojo request, InputStream body, long length);
}
