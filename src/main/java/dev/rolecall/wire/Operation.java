package dev.rolecall.wire;

import java.util.List;
import java.util.Optional;

/// One operation of AWS's service models, such as IAM's `CreateUser`.
public final class Operation {
    private static final String PACKAGE = "software.amazon.awssdk.services.";

    private final AwsService service;
    private final String name;
    private final String method;
    private final String uri;
    private final int status;
    private final String requestClass;
    private final String responseClass;
    private final String resultWrapper;
    private final int input;
    private final int output;
    private final int flags;

    /// Bits of `flags`: the body in or out is a stream of bytes, or one signs nothing.
    static final int STREAMS_IN = 1;

    static final int STREAMS_OUT = 2;
    static final int UNSIGNED = 4;

    Operation(
            AwsService service,
            String name,
            String method,
            String uri,
            int status,
            String requestClass,
            String responseClass,
            String resultWrapper,
            int input,
            int output,
            int flags) {
        this.service = service;
        this.name = name;
        this.method = method;
        this.uri = uri;
        this.status = status;
        this.requestClass = requestClass;
        this.responseClass = responseClass;
        this.resultWrapper = resultWrapper;
        this.input = input;
        this.output = output;
        this.flags = flags;
    }

    /// Every operation of a service, also those for which the SDK has no classes.
    public static List<Operation> all(AwsService service) {
        return ServiceModel.of(service).operations();
    }

    /// The operation of that name, or empty.
    public static Optional<Operation> named(AwsService service, String name) {
        return ServiceModel.of(service).operation(name);
    }

    public AwsService service() {
        return service;
    }

    /// AWS's name: `CreateUser`.
    public String name() {
        return name;
    }

    /// Whether the SDK has a request and a response class for it.
    public boolean hasModelClass() {
        return !requestClass.isEmpty() && !responseClass.isEmpty();
    }

    /// The SDK's request class, such as `CreateUserRequest`.
    ///
    /// @throws IllegalStateException if [#hasModelClass()] is false
    public Class<?> requestType() {
        return load(requestClass);
    }

    /// The SDK's response class, such as `CreateUserResponse`.
    ///
    /// @throws IllegalStateException if [#hasModelClass()] is false
    public Class<?> responseType() {
        return load(responseClass);
    }

    /// Whether the request's body is bytes that an action reads as a stream.
    public boolean streamsIn() {
        return (flags & STREAMS_IN) != 0;
    }

    /// Whether the response's body is bytes that an action gives as a stream.
    public boolean streamsOut() {
        return (flags & STREAMS_OUT) != 0;
    }

    /// Whether nobody signs it (`AssumeRoleWithWebIdentity`, `AssumeRoleWithSAML`).
    public boolean unsigned() {
        return (flags & UNSIGNED) != 0;
    }

    /// `GET`, `PUT` and so on.
    String method() {
        return method;
    }

    /// `/{Bucket}/{Key+}?acl`.
    String uri() {
        return uri;
    }

    /// The HTTP status of a success.
    int status() {
        return status;
    }

    /// `CreateUserResult`; empty if the answer has none.
    String resultWrapper() {
        return resultWrapper;
    }

    /// The input's structure, or empty if the operation takes nothing.
    Optional<Shape> input() {
        return input < 0 ? Optional.empty() : Optional.of(shape(input));
    }

    /// The output's structure, or empty if the operation answers nothing.
    Optional<Shape> output() {
        return output < 0 ? Optional.empty() : Optional.of(shape(output));
    }

    Shape shape(int number) {
        return ServiceModel.of(service).shape(number);
    }

    private Class<?> load(String simpleName) {
        if (simpleName.isEmpty()) {
            throw new IllegalStateException("the SDK has no class for " + name);
        }
        try {
            return Class.forName(
                    PACKAGE + service.signingName() + ".model." + simpleName,
                    false,
                    Operation.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the index is of another SDK: build again", e);
        }
    }

    @Override
    public String toString() {
        return service.signingName() + ":" + name;
    }
}
