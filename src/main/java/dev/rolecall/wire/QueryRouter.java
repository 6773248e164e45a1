package dev.rolecall.wire;

import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.ProtocolErrors;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// Routes the query protocol of STS and IAM ("Making query requests"; answers as observed).
final class QueryRouter {
    private static final int LONGEST_FORM = 10_000_000;

    private QueryRouter() {}

    /// Whether an unsigned request looks like the query protocol.
    static boolean isQuery(HttpIn in) {
        return in.rawPath().equals("/") && (isForm(in) || Form.parse(in.rawQuery()).has("Action"));
    }

    /// @param scope the service that the signature names, if it names one
    static Routed route(Optional<AwsService> scope, HttpIn in) {
        Form query = Form.parse(in.rawQuery());
        if (!isForm(in)) {
            return found(scope, in, query);
        }
        Optional<BufferedBody> body = BufferedBody.read(in.body(), LONGEST_FORM);
        if (body.isEmpty()) {
            return Routed.refused(
                    scope.orElse(AwsService.STS), in, query, ProtocolErrors.formTooLarge());
        }
        String text = new String(body.get().bytes(), StandardCharsets.UTF_8);
        return found(scope, in.withBody(body.get()), Form.parse(in.rawQuery(), text));
    }

    private static Routed found(Optional<AwsService> scope, HttpIn in, Form form) {
        AwsService service = scope.orElseGet(() -> service(form));
        Optional<AwsError> refusal = refusal(service, in, form);
        if (refusal.isPresent()) {
            return Routed.refused(service, in, form, refusal.get());
        }
        return new Routed(
                service,
                in,
                Operation.named(service, form.value("Action").orElseThrow()),
                Optional.empty(),
                form,
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<AwsError> refusal(AwsService service, HttpIn in, Form form) {
        if (!in.rawPath().equals("/")) {
            return Optional.of(ProtocolErrors.unknownOperation());
        }
        Optional<String> action = form.value("Action");
        if (action.isEmpty() || (in.method().equals("POST") && !isForm(in))) {
            String query = in.rawQuery().isEmpty() ? "" : "?" + in.rawQuery();
            return Optional.of(ProtocolErrors.seeServicePage("https://aws.amazon.com/iam" + query));
        }
        String version = form.value("Version").orElse("NO_VERSION_SPECIFIED");
        boolean exists =
                version.equals(ServiceModel.of(service).version())
                        && Operation.named(service, action.get()).isPresent();
        return exists
                ? Optional.empty()
                : Optional.of(ProtocolErrors.invalidAction(action.get(), version));
    }

    /// An unsigned request: its version, else its action, tells the service.
    private static AwsService service(Form form) {
        String version = form.value("Version").orElse("");
        if (version.equals(ServiceModel.of(AwsService.STS).version())) {
            return AwsService.STS;
        }
        boolean iam =
                version.equals(ServiceModel.of(AwsService.IAM).version())
                        || Operation.named(AwsService.IAM, form.value("Action").orElse(""))
                                .isPresent();
        return iam ? AwsService.IAM : AwsService.STS;
    }

    private static boolean isForm(HttpIn in) {
        return in.method().equals("POST")
                && in.header("content-type")
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .startsWith("application/x-www-form-urlencoded");
    }
}
