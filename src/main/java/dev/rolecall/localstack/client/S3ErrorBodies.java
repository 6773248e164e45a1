package dev.rolecall.localstack.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// Keeps the text of an error's answer, which the SDK's exception does not: S3 tells more in it
/// than code and message. The client calls this in the thread that sends.
public final class S3ErrorBodies implements ExecutionInterceptor {
    private static final ThreadLocal<byte[]> LAST = new ThreadLocal<>();

    /// The text of the error that this thread was answered last; empty if there was none.
    public static byte[] take() {
        byte[] last = LAST.get();
        LAST.remove();
        return last == null ? new byte[0] : last;
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        if (context.httpResponse().isSuccessful()) {
            return context.responseBody();
        }
        return context.responseBody().map(S3ErrorBodies::kept);
    }

    private static InputStream kept(InputStream body) {
        try (body) {
            byte[] text = body.readAllBytes();
            LAST.set(text);
            return new ByteArrayInputStream(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
