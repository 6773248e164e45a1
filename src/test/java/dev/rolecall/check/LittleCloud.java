package dev.rolecall.check;

import dev.rolecall.fault.AwsError;
import dev.rolecall.guard.Decider;
import dev.rolecall.guard.Guard;
import dev.rolecall.guard.LabClock;
import dev.rolecall.guard.Recorded;
import dev.rolecall.iam.Caller;
import dev.rolecall.iam.Iam;
import dev.rolecall.iam.Ids;
import dev.rolecall.iam.User;
import dev.rolecall.policy.Evaluation;
import dev.rolecall.policy.Principal;
import dev.rolecall.s3.EmbeddedS3;
import dev.rolecall.s3.S3;
import dev.rolecall.sts.Sts;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyRequest;

/// The real IAM, STS and policy engine with a guard of a few lines and no wire: what checks need to
/// be tested against. S3 answers every request that is allowed and keeps nothing.
final class LittleCloud {
    static final String ACCOUNT = "111122223333";

    private final LabClock clock =
            new LabClock(Clock.fixed(Instant.parse("2026-03-01T12:00:00.250Z"), ZoneOffset.UTC));
    private final Ids ids = Ids.seeded(7);
    private final Iam iam = new Iam(clock, ids);
    private final Sts sts = new Sts(iam, clock, ids);
    private final S3 s3;
    private final Decider decider;
    private final List<Recorded> trail = new ArrayList<>();
    private int stepBegan;

    LittleCloud(Path bodies) {
        s3 = new EmbeddedS3(iam.names(), clock, bodies);
        decider = new Guard(iam, sts, s3, clock, _ -> {}).decider();
        iam.createAccount(ACCOUNT);
        Caller root = Caller.of(new Principal.Root(ACCOUNT), "");
        call(root, CreateUserRequest.builder().userName("admin").build());
        call(
                root,
                AttachUserPolicyRequest.builder()
                        .userName("admin")
                        .policyArn("arn:aws:iam::aws:policy/AdministratorAccess")
                        .build());
        call(root, CreateAccessKeyRequest.builder().userName("admin").build());
        trail.clear();
    }

    World world() {
        return new CloudWorld(ACCOUNT, clock, iam, sts, s3, () -> trail, stepBegan, this::judge);
    }

    void nextStep() {
        stepBegan = trail.size();
    }

    void advance(Duration duration) {
        clock.advance(duration);
    }

    void resetClock() {
        clock.reset();
    }

    /// Makes the bucket, if need be, and gives it a policy.
    void bucketPolicy(String bucket, String document) {
        if (s3.bucket(bucket).isEmpty()) {
            admin(CreateBucketRequest.builder().bucket(bucket).build());
        }
        admin(PutBucketPolicyRequest.builder().bucket(bucket).policy(document).build());
    }

    /// Who signs with a user's newest active key.
    Caller user(String name) {
        User user = iam.state().account(ACCOUNT).orElseThrow().user(name).orElseThrow();
        String key =
                iam.state().account(ACCOUNT).orElseThrow().keysOf(user.id()).reversed().stream()
                        .filter(k -> k.active())
                        .findFirst()
                        .orElseThrow()
                        .id();
        return Caller.of(user.principal(), key);
    }

    Caller session(String accessKeyId) {
        return sts.session(accessKeyId).orElseThrow().caller();
    }

    /// The administrator does something in IAM.
    void admin(Object request) {
        call(user("admin"), request);
    }

    /// Asks STS: the answer, or the error code.
    Object sts(Caller caller, Object request, String action, String resource) {
        String operation = operation(request);
        Optional<String> refused = refused(caller, "sts", operation, action, resource);
        if (refused.isPresent()) {
            return refused.get();
        }
        return call(caller, request);
    }

    /// Asks S3, which does what it may.
    void s3(Caller caller, String operation, String action, String resource) {
        refused(caller, "s3", operation, action, resource);
    }

    private Optional<String> refused(
            Caller caller, String service, String operation, String action, String resource) {
        if (caller.session().filter(s -> !s.expires().isAfter(clock.instant())).isPresent()) {
            record(caller, service, operation, List.of(), 400, "ExpiredToken");
            return Optional.of("ExpiredToken");
        }
        Evaluation evaluation =
                judge(new Judge.Question(caller.principal(), action, resource, World.HERE, false));
        List<Recorded.Asked> asked =
                List.of(new Recorded.Asked(action, resource, evaluation.decision()));
        boolean allowed = evaluation.allowed();
        record(
                caller,
                service,
                operation,
                asked,
                allowed ? 200 : 403,
                allowed ? "" : "AccessDenied");
        return allowed ? Optional.empty() : Optional.of("AccessDenied");
    }

    private void record(
            Caller caller,
            String service,
            String operation,
            List<Recorded.Asked> asked,
            int status,
            String code) {
        trail.add(
                new Recorded(
                        trail.size() + 1,
                        clock.instant(),
                        caller.principal(),
                        caller.accessKeyId(),
                        service,
                        operation,
                        asked,
                        status,
                        code,
                        ""));
    }

    private Evaluation judge(Judge.Question question) {
        return decider.ask(
                question.principal(),
                question.action(),
                question.resource(),
                question.extra(),
                question.accountAllowsAll());
    }

    private Object call(Caller caller, Object request) {
        String operation = operation(request);
        String name = Character.toLowerCase(operation.charAt(0)) + operation.substring(1);
        List<Object> groups = new ArrayList<>(iam.actions());
        groups.addAll(sts.actions());
        groups.addAll(s3.actions((_, _, _, _, _) -> Optional.empty()));
        for (Object group : groups) {
            for (Method method : group.getClass().getMethods()) {
                if (method.getName().equals(name)) {
                    return invoke(method, group, caller, request);
                }
            }
        }
        throw new IllegalArgumentException("no action " + name);
    }

    private static Object invoke(Method method, Object group, Caller caller, Object request) {
        try {
            return method.invoke(group, caller, request);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof AwsError error
                    ? error
                    : new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String operation(Object request) {
        String name = request.getClass().getSimpleName();
        return name.substring(0, name.length() - "Request".length());
    }
}
