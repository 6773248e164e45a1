package dev.rolecall.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rolecall.fault.AwsError;
import dev.rolecall.policy.Principal;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyResponse;
import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyResponse;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;

/// Two accounts, a clock that stands still until it is moved, and operations called by their
/// requests, as `guard` calls them.
public final class Room {
    public static final String ACCOUNT = "111122223333";
    public static final String OTHER = "444455556666";
    public static final String S3_FULL_ACCESS = "arn:aws:iam::aws:policy/AmazonS3FullAccess";
    public static final String ALLOW_S3 =
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}\
            """;

    public final MovableClock clock = new MovableClock();
    public final Ids ids = Ids.seeded(42);
    public final Iam iam = Ground.iam(clock, ids, ACCOUNT, OTHER);
    public final Caller root = Caller.of(new Principal.Root(ACCOUNT), "");

    /// A clock that a test moves.
    public static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-11-24T10:00:00.750Z");

        public void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    /// As the account's root user.
    public <T> T call(Object request, Class<T> response) {
        return call(root, request, response);
    }

    public void call(Object request) {
        call(root, request);
    }

    public void call(Caller caller, Object request) {
        invoke(iam.actions(), caller, request);
    }

    public <T> T call(Caller caller, Object request, Class<T> response) {
        return response.cast(invoke(iam.actions(), caller, request));
    }

    public AwsError refused(Object request) {
        return refused(root, request);
    }

    public AwsError refused(Caller caller, Object request) {
        return refused(() -> call(caller, request));
    }

    /// The error that a call is answered with.
    public static AwsError refused(Runnable call) {
        AwsError error = catchThrowableOfType(AwsError.class, call::run);
        assertThat(error).as("the call was not refused").isNotNull();
        return error;
    }

    /// Finds the operation by name and exact types, and calls it.
    public static Object invoke(List<Object> groups, Caller caller, Object request) {
        String simple = request.getClass().getSimpleName();
        String operation = simple.substring(0, simple.length() - "Request".length());
        String method = Character.toLowerCase(operation.charAt(0)) + operation.substring(1);
        try {
            Class<?> response =
                    Class.forName(
                            request.getClass().getPackageName() + "." + operation + "Response");
            MethodType type = MethodType.methodType(response, Caller.class, request.getClass());
            for (Object group : groups) {
                try {
                    MethodHandle handle =
                            MethodHandles.publicLookup()
                                    .findVirtual(group.getClass(), method, type);
                    return handle.invoke(group, caller, request);
                } catch (NoSuchMethodException e) {
                    // It is in another group.
                }
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("no group has " + operation);
    }

    /// Puts an earlier state back, here and in whatever is behind IAM.
    public void restore(IamState state) {
        Ground.restore(iam, state);
    }

    public Account account() {
        return iam.state().account(ACCOUNT).orElseThrow();
    }

    public User user(String name) {
        call(CreateUserRequest.builder().userName(name).build());
        return account().user(name).orElseThrow();
    }

    public Caller caller(User user) {
        return Caller.of(user.principal(), "");
    }

    public Group group(String name) {
        call(CreateGroupRequest.builder().groupName(name).build());
        return account().group(name).orElseThrow();
    }

    public static String trusting(String principal) {
        return """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"%s"},"Action":"sts:AssumeRole"}]}\
        """
                .formatted(principal);
    }

    public Role role(String name) {
        call(role(name, trusting(ACCOUNT)).build());
        return account().role(name).orElseThrow();
    }

    public static CreateRoleRequest.Builder role(String name, String trust) {
        return CreateRoleRequest.builder().roleName(name).assumeRolePolicyDocument(trust);
    }

    public void attachToRole(String role, String arn) {
        call(AttachRolePolicyRequest.builder().roleName(role).policyArn(arn).build());
    }

    public String policy(String name) {
        return call(
                        CreatePolicyRequest.builder()
                                .policyName(name)
                                .policyDocument(ALLOW_S3)
                                .build(),
                        CreatePolicyResponse.class)
                .policy()
                .arn();
    }

    public String key(String user) {
        return call(
                        CreateAccessKeyRequest.builder().userName(user).build(),
                        CreateAccessKeyResponse.class)
                .accessKey()
                .accessKeyId();
    }

    public static Caller session(Role role, String name) {
        return Caller.of(
                new Principal.RoleSession(
                        role.account(), role.path(), role.name(), role.id(), name),
                "");
    }
}
