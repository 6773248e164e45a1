package dev.rolecall.localstack.s3;

import dev.rolecall.wire.Operation;
import dev.rolecall.wire.Streamed;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// Calls the method of the SDK's client that an operation has.
final class S3Methods {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();

    private final Map<Operation, MethodHandle> handles = new ConcurrentHashMap<>();

    /// @param body ignored by an operation that takes none
    Object call(S3Client client, Operation operation, SdkPojo request, RequestBody body) {
        MethodHandle handle = handles.computeIfAbsent(operation, S3Methods::find);
        try {
            Object answer =
                    operation.streamsIn()
                            ? handle.invoke(client, request, body)
                            : handle.invoke(client, request);
            return answer instanceof ResponseInputStream<?> stream
                    ? new Streamed<>(
                            S3Texts.incoming((SdkPojo) stream.response()), new S3Download(stream))
                    : S3Texts.incoming((SdkPojo) answer);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the SDK threw a checked exception", e);
        }
    }

    private static MethodHandle find(Operation operation) {
        Class<?> out =
                operation.streamsOut() ? ResponseInputStream.class : operation.responseType();
        MethodType type = MethodType.methodType(out, operation.requestType());
        try {
            return LOOKUP.findVirtual(
                    S3Client.class,
                    name(operation.requestType()),
                    operation.streamsIn() ? type.appendParameterTypes(RequestBody.class) : type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the SDK's client has no " + operation, e);
        }
    }

    private static String name(Class<?> request) {
        String simple = request.getSimpleName();
        String operation = simple.substring(0, simple.length() - "Request".length());
        return Character.toLowerCase(operation.charAt(0)) + operation.substring(1);
    }
}
