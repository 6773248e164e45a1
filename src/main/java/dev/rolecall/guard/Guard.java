package dev.rolecall.guard;

import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.ProtocolErrors;
import dev.rolecall.iam.Caller;
import dev.rolecall.iam.Iam;
import dev.rolecall.policy.Principal;
import dev.rolecall.s3.S3;
import dev.rolecall.sts.Sts;
import dev.rolecall.wire.AwsService;
import dev.rolecall.wire.Codec;
import dev.rolecall.wire.ErrorWriter;
import dev.rolecall.wire.FrontEnd;
import dev.rolecall.wire.HttpIn;
import dev.rolecall.wire.HttpOut;
import dev.rolecall.wire.Operation;
import dev.rolecall.wire.RequestId;
import dev.rolecall.wire.Routed;
import dev.rolecall.wire.Router;
import dev.rolecall.wire.SigV4;
import dev.rolecall.wire.Streamed;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkPojo;

/// The gate that every request passes, in AWS's order: authenticate, validate, authorise, act. What
/// was asked and answered goes into the audit trail, with the reasons.
public final class Guard implements Function<HttpIn, HttpOut> {
    /// The request that this thread answers; DeleteObjects asks the gate again for each key.
    private static final ScopedValue<Trace> TRACE = ScopedValue.newInstance();

    private final Iam iam;
    private final LabClock clock;
    private final AuditTrail trail = new AuditTrail();
    private final Decider decider;
    private final QueryGate queryGate;
    private final S3Gate s3Gate;
    private final Authorizer authorizer;
    private final ActionTable actions;
    private final Codec codec = new Codec();
    private final SecureRandom random = new SecureRandom();
    private final Consumer<RuntimeException> bugs;

    /// @param bugs is told what should not have happened; the client gets AWS's 500
    public Guard(Iam iam, Sts sts, S3 s3, LabClock clock, Consumer<RuntimeException> bugs) {
        this.iam = iam;
        this.clock = clock;
        this.bugs = bugs;
        KeyRing keys = new KeyRing(iam, sts);
        decider = new Decider(iam, sts, s3, clock);
        queryGate = new QueryGate(keys, clock);
        s3Gate = new S3Gate(keys, clock, s3);
        authorizer = new Authorizer(iam, s3, clock, decider);
        List<Object> groups = new ArrayList<>(iam.actions());
        groups.addAll(sts.actions());
        groups.addAll(s3.actions(this::refusedKey));
        actions = new ActionTable(groups);
    }

    /// What was asked and answered so far.
    public AuditTrail trail() {
        return trail;
    }

    /// Who may what.
    public Decider decider() {
        return decider;
    }

    @Override
    public HttpOut apply(HttpIn in) {
        Trace trace = new Trace(clock.instant());
        return ScopedValue.where(TRACE, trace).call(() -> answer(in, trace));
    }

    /// Answers a request with an error, whoever asks for whatever.
    public HttpOut refuse(HttpIn in, AwsError error) {
        Trace trace = new Trace(clock.instant());
        try {
            Routed routed = Router.route(in);
            trace.routed(routed.service(), routed.known().map(Operation::name).orElse(""));
            return failed(routed, trace, error);
        } catch (AwsError e) {
            return unrouted(in, trace, e);
        }
    }

    private HttpOut answer(HttpIn in, Trace trace) {
        Routed routed;
        try {
            routed = Router.route(in);
        } catch (AwsError e) {
            return unrouted(in, trace, e);
        } catch (RuntimeException e) {
            bugs.accept(e);
            return unrouted(in, trace, ProtocolErrors.internalError());
        }
        trace.routed(routed.service(), routed.known().map(Operation::name).orElse(""));
        try {
            HttpOut out = carryOut(routed, trace);
            trail.add(trace.succeeded(out.status()), trace.evaluations());
            return out;
        } catch (AwsError e) {
            return failed(routed, trace, e);
        } catch (RuntimeException e) {
            bugs.accept(e);
            return failed(
                    routed,
                    trace,
                    routed.service() == AwsService.S3
                            ? ProtocolErrors.internalError()
                            : ProtocolErrors.internalFailure());
        }
    }

    private HttpOut unrouted(HttpIn in, Trace trace, AwsError error) {
        trail.add(trace.failed(error), trace.evaluations());
        boolean head = in.method().equals("HEAD");
        return ErrorWriter.write(AwsService.S3, error, RequestId.next(AwsService.S3, random), head);
    }

    private HttpOut failed(Routed routed, Trace trace, AwsError error) {
        trail.add(trace.failed(error), trace.evaluations());
        return ErrorWriter.write(routed, error, RequestId.next(routed.service(), random));
    }

    private HttpOut carryOut(Routed routed, Trace trace) {
        Operation operation = routed.operation();
        if (!actions.has(operation) && operation.service() != AwsService.S3) {
            throw ProtocolErrors.invalidAction(
                    operation.name(),
                    operation.service() == AwsService.IAM ? "2010-05-08" : "2011-06-15");
        }
        Admission admission = admit(routed);
        trace.from(admission.caller());
        admission.refusal().ifPresent(Guard::refuse);
        note(admission.caller(), operation);
        if (!actions.has(operation)) {
            throw ProtocolErrors.operationNotImplemented(operation.name());
        }
        InputStream body = body(routed, admission);
        Routed verified = routed.withBody(body);
        SdkPojo request = codec.read(verified);
        FrontEnd.check(operation, verified, request);
        Asking asking =
                new Asking(
                        admission.caller(),
                        operation.name(),
                        new Members(request),
                        routed.in(),
                        routed.form(),
                        admission.signature());
        Authorizer.Granted granted = authorizer.authorise(asking, operation, trace);
        try {
            return render(operation, actions.call(operation, admission.caller(), request, body));
        } catch (AwsError e) {
            throw granted.told(e);
        }
    }

    private static void refuse(AwsError error) {
        throw error;
    }

    private Admission admit(Routed routed) {
        return routed.service() == AwsService.S3 ? s3Gate.admit(routed) : queryGate.admit(routed);
    }

    /// An IAM or STS form was read, and hashed, before its signature was checked.
    private static InputStream body(Routed routed, Admission admission) {
        return routed.service() == AwsService.S3
                ? SigV4.body(routed.in(), admission.signature(), admission.secret())
                : routed.in().body();
    }

    private void note(Caller caller, Operation operation) {
        String service = operation.service().signingName();
        if (caller.principal() instanceof Principal.RoleSession session) {
            iam.roleUsed(session.roleId(), service, Regions.HOME);
        } else if (caller.session().isEmpty() && !caller.accessKeyId().isEmpty()) {
            iam.keyUsed(caller.accessKeyId(), service, Regions.HOME);
        }
    }

    private HttpOut render(Operation operation, Object response) {
        String id = RequestId.next(operation.service(), random);
        return response instanceof Streamed<?> streamed
                ? codec.write(operation, (SdkPojo) streamed.response(), id, streamed.body())
                : codec.write(operation, (SdkPojo) response, id);
    }

    private Optional<AwsError> refusedKey(
            Caller caller, String action, String bucket, String key, Optional<String> versionId) {
        S3Resource object = new S3Resource(bucket, key, versionId);
        return authorizer.refusedKey(TRACE.get(), action, object);
    }
}
