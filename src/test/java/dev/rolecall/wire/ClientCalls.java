package dev.rolecall.wire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/// Calls any operation on the SDK's client, found by name.
public final class ClientCalls {
    private ClientCalls() {}

    /// @param body what a streaming operation sends
    /// @return the response, or its bytes with it
    /// @throws InvocationTargetException what the client threw
    public static Object call(Object client, Operation operation, SdkPojo request, byte[] body)
            throws InvocationTargetException {
        if (operation.streamsIn()) {
            return call(client, operation, List.of(request, RequestBody.fromBytes(body)));
        }
        return operation.streamsOut()
                ? call(client, operation, List.of(request, ResponseTransformer.toBytes()))
                : call(client, operation, List.of(request));
    }

    private static Object call(Object client, Operation operation, List<?> arguments)
            throws InvocationTargetException {
        try {
            return method(operation, arguments).invoke(client, arguments.toArray());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static Method method(Operation operation, List<?> arguments) {
        Class<?> client =
                switch (operation.service()) {
                    case IAM -> IamClient.class;
                    case STS -> StsClient.class;
                    case S3 -> S3Client.class;
                };
        String name = operation.name().toLowerCase(Locale.ROOT);
        return Stream.of(client.getMethods())
                .filter(m -> m.getName().toLowerCase(Locale.ROOT).equals(name))
                .filter(m -> takes(m, arguments))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no client method: " + operation));
    }

    private static boolean takes(Method method, List<?> arguments) {
        List<Class<?>> types = List.of(method.getParameterTypes());
        boolean fits = types.size() == arguments.size();
        for (int i = 0; fits && i < types.size(); i++) {
            fits = types.get(i).isInstance(arguments.get(i));
        }
        return fits;
    }
}
