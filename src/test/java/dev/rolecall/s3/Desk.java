package dev.rolecall.s3;

import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.S3Errors;
import dev.rolecall.iam.Caller;
import dev.rolecall.policy.Principal;
import dev.rolecall.policy.PrincipalNames;
import dev.rolecall.wire.AwsService;
import dev.rolecall.wire.Operation;
import dev.rolecall.wire.Streamed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.utils.builder.Buildable;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/// S3 as a test uses it: actions are found by name and types, the way `guard` finds them.
final class Desk {
    static final String ACCOUNT = "111122223333";
    static final Caller ALICE =
            Caller.of(new Principal.User(ACCOUNT, "/", "alice", "AIDAALICE"), "AKIAALICE");
    static final Caller STRANGER =
            Caller.of(new Principal.User("444455556666", "/", "bob", "AIDABOB"), "AKIABOB");
    private static final long SEED = 42;

    /// What a body is said to have that breaks before its end.
    private static final long UNREACHED = 1 << 20;

    final TestClock clock = new TestClock();
    final List<String> askedOfTheGate = new ArrayList<>();
    final S3 s3;
    private final List<Object> actions;

    Desk(Path bodies) {
        s3 =
                Ground.s3(
                        new Names(),
                        () -> List.of(ACCOUNT, STRANGER.account()),
                        clock,
                        bodies,
                        new Random(SEED));
        actions = s3.actions(this::refused);
    }

    private Optional<AwsError> refused(
            Caller caller, String action, String bucket, String key, Optional<String> versionId) {
        askedOfTheGate.add(action + " " + key);
        return key.startsWith("secret") ? Optional.of(S3Errors.accessDenied()) : Optional.empty();
    }

    /// Calls the action that takes this request.
    <R> R call(Caller caller, Object request, Class<R> response) {
        return response.cast(invoke(caller, request, response, null));
    }

    <R> R call(Object request, Class<R> response) {
        return call(ALICE, request, response);
    }

    <R> R call(Object request, Class<R> response, InputStream body) {
        return response.cast(invoke(ALICE, request, response, body));
    }

    Streamed<?> get(GetObjectRequest request) {
        return call(request, Streamed.class);
    }

    private Object invoke(
            Caller caller, Object request, Class<?> response, @Nullable InputStream body) {
        String type = request.getClass().getSimpleName();
        String operation = type.substring(0, type.length() - "Request".length());
        if (body != null) {
            return sent(caller, operation, (SdkPojo) request, response, body);
        }
        return acted(caller, operation, request, response, null);
    }

    /// A body is sent with its length, as clients do.
    private Object sent(
            Caller caller, String operation, SdkPojo request, Class<?> response, InputStream body) {
        if (!(s3 instanceof ForwardedS3)) {
            return acted(caller, operation, request, response, body);
        }
        SdkPojo builder = (SdkPojo) ((ToCopyableBuilder<?, ?>) request).toBuilder();
        Members.set(builder, "ContentLength", length(body));
        return acted(caller, operation, ((Buildable) builder).build(), response, body);
    }

    private static long length(InputStream body) {
        try {
            return body instanceof ByteArrayInputStream ? body.available() : UNREACHED;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Object acted(
            Caller caller,
            String operation,
            Object request,
            Class<?> response,
            @Nullable InputStream body) {
        String name = operation.substring(0, 1).toLowerCase(Locale.ROOT) + operation.substring(1);
        MethodType form =
                body == null
                        ? MethodType.methodType(response, Caller.class, request.getClass())
                        : MethodType.methodType(
                                response, Caller.class, request.getClass(), InputStream.class);
        for (Object group : actions) {
            MethodHandle action;
            try {
                action = MethodHandles.publicLookup().findVirtual(group.getClass(), name, form);
            } catch (NoSuchMethodException | IllegalAccessException e) {
                continue;
            }
            try {
                return body == null
                        ? action.invoke(group, caller, request)
                        : action.invoke(group, caller, request, body);
            } catch (RuntimeException e) {
                throw e;
            } catch (Throwable e) {
                throw new AssertionError(e);
            }
        }
        Operation known = Operation.named(AwsService.S3, operation).orElseThrow();
        for (Object group : actions) {
            if (group instanceof Carrier carrier && carrier.has(known)) {
                InputStream bytes = body == null ? InputStream.nullInputStream() : body;
                return carrier.call(known, caller, (SdkPojo) request, bytes);
            }
        }
        throw new AssertionError("no action " + name + form);
    }

    Desk bucket(String name) {
        call(CreateBucketRequest.builder().bucket(name).build(), CreateBucketResponse.class);
        return this;
    }

    Desk versioning(String bucket, String status) {
        call(
                PutBucketVersioningRequest.builder()
                        .bucket(bucket)
                        .versioningConfiguration(c -> c.status(status))
                        .build(),
                PutBucketVersioningResponse.class);
        return this;
    }

    PutObjectResponse put(String bucket, String key, String text) {
        return put(PutObjectRequest.builder().bucket(bucket).key(key).build(), text);
    }

    PutObjectResponse put(PutObjectRequest request, String text) {
        return call(request, PutObjectResponse.class, stream(text));
    }

    static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    String read(String bucket, String key) {
        return text(get(GetObjectRequest.builder().bucket(bucket).key(key).build()));
    }

    static String text(Streamed<?> streamed) {
        try (InputStream body = streamed.body()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// Returns the error that the call ends with.
    static AwsError error(Runnable call) {
        try {
            call.run();
        } catch (AwsError e) {
            return e;
        }
        throw new AssertionError("no error");
    }

    /// Stands still until it is moved.
    static final class TestClock extends Clock {
        private Instant now = Instant.parse("2026-11-24T10:00:00.500Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /// Two accounts, and alice in one of them.
    private static final class Names implements PrincipalNames {
        private static final String ALICE_ARN = "arn:aws:iam::" + ACCOUNT + ":user/alice";

        @Override
        public Optional<String> uniqueId(String arn) {
            return arn.equals(ALICE_ARN) ? Optional.of("AIDAALICE") : Optional.empty();
        }

        @Override
        public Optional<String> arn(String uniqueId) {
            return uniqueId.equals("AIDAALICE") ? Optional.of(ALICE_ARN) : Optional.empty();
        }

        @Override
        public boolean accountExists(String account) {
            return account.equals(ACCOUNT) || account.equals("444455556666");
        }
    }
}
