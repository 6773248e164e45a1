package dev.rolecall.guard;

import dev.rolecall.fault.AwsError;
import dev.rolecall.iam.Caller;
import dev.rolecall.policy.Evaluation;
import dev.rolecall.wire.AwsService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What becomes known of one request while it is answered, for the audit trail. Of one thread.
final class Trace {
    private final Instant at;
    private final List<Evaluation> evaluations = new ArrayList<>();
    private String service = "";
    private String operation = "";
    private Caller caller = Caller.anonymous();
    private Optional<UnderWay> underWay = Optional.empty();

    Trace(Instant at) {
        this.at = at;
    }

    void routed(AwsService to, String name) {
        service = to.signingName();
        operation = name;
    }

    void from(Caller who) {
        caller = who;
    }

    /// A request whose permissions are being asked for.
    record UnderWay(Asking asking, Inquiry inquiry) {}

    void inquiring(Asking asking, Inquiry inquiry) {
        underWay = Optional.of(new UnderWay(asking, inquiry));
    }

    UnderWay underWay() {
        return underWay.orElseThrow(() -> new IllegalStateException("nothing was asked yet"));
    }

    void evaluated(Evaluation evaluation) {
        evaluations.add(evaluation);
    }

    /// Something that AWS asks first, and that was found to be necessary last.
    void evaluatedBefore(Evaluation evaluation) {
        evaluations.addFirst(evaluation);
    }

    List<Evaluation> evaluations() {
        return evaluations;
    }

    Recorded succeeded(int status) {
        return recorded(status, "", "");
    }

    Recorded failed(AwsError error) {
        return recorded(error.status(), error.code(), error.message());
    }

    private Recorded recorded(int status, String code, String message) {
        List<Recorded.Asked> asked =
                evaluations.stream()
                        .map(e ->
                                new Recorded.Asked(
                                        e.request().action(), e.request().resource(), e.decision()))
                        .toList();
        return new Recorded(
                0,
                at,
                caller.principal(),
                caller.accessKeyId(),
                service,
                operation,
                asked,
                status,
                code,
                message);
    }
}
