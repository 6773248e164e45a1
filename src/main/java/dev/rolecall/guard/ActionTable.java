package dev.rolecall.guard;

import dev.rolecall.iam.Caller;
import dev.rolecall.s3.Carrier;
import dev.rolecall.wire.Operation;
import dev.rolecall.wire.Streamed;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkPojo;

/// Finds the method that carries out an operation: the public one of that name, in lower camel
/// case, which takes the caller and the SDK's request class. Nothing registers an action, and one
/// that is not there is simply not found. What has no method may have a [Carrier].
final class ActionTable {
    private final List<Object> groups;
    private final List<Carrier> carriers;
    private final Map<Operation, Optional<MethodHandle>> found = new ConcurrentHashMap<>();

    ActionTable(List<Object> groups) {
        this.groups = List.copyOf(groups);
        carriers =
                groups.stream().filter(Carrier.class::isInstance).map(Carrier.class::cast).toList();
    }

    boolean has(Operation operation) {
        return handle(operation).isPresent() || carrier(operation).isPresent();
    }

    private Optional<Carrier> carrier(Operation operation) {
        return carriers.stream().filter(carrier -> carrier.has(operation)).findFirst();
    }

    /// Carries out an operation that is there.
    ///
    /// @return the SDK's response, or a [Streamed] one
    Object call(Operation operation, Caller caller, SdkPojo request, InputStream body) {
        Optional<MethodHandle> handle = handle(operation);
        if (handle.isEmpty()) {
            return carrier(operation).orElseThrow().call(operation, caller, request, body);
        }
        try {
            return operation.streamsIn()
                    ? handle.get().invoke(caller, request, body)
                    : handle.get().invoke(caller, request);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("an action threw a checked exception", e);
        }
    }

    private Optional<MethodHandle> handle(Operation operation) {
        return found.computeIfAbsent(operation, this::find);
    }

    private Optional<MethodHandle> find(Operation operation) {
        if (!operation.hasModelClass()) {
            return Optional.empty();
        }
        MethodType type = type(operation);
        String name = methodName(operation.requestType());
        for (Object group : groups) {
            try {
                return Optional.of(
                        MethodHandles.publicLookup()
                                .findVirtual(group.getClass(), name, type)
                                .bindTo(group));
            } catch (NoSuchMethodException e) {
                // Another group may have it.
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("an action must be public: " + name, e);
            }
        }
        return Optional.empty();
    }

    private static MethodType type(Operation operation) {
        Class<?> out = operation.streamsOut() ? Streamed.class : operation.responseType();
        MethodType type = MethodType.methodType(out, Caller.class, operation.requestType());
        return operation.streamsIn() ? type.appendParameterTypes(InputStream.class) : type;
    }

    /// `listSshPublicKeys`, as the SDK's client spells it.
    private static String methodName(Class<?> request) {
        String simple = request.getSimpleName();
        String operation = simple.substring(0, simple.length() - "Request".length());
        return Character.toLowerCase(operation.charAt(0)) + operation.substring(1);
    }
}
