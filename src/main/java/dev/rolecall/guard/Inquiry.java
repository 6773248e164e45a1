package dev.rolecall.guard;

import dev.rolecall.iam.Caller;
import dev.rolecall.policy.AccessRequest;
import dev.rolecall.policy.Context;
import dev.rolecall.policy.Evaluation;
import dev.rolecall.policy.PolicyEngine;
import dev.rolecall.policy.PolicySet;
import java.util.function.Consumer;

/// All that one request asks of the policies. Who asks, the keys that say so and the policies that
/// apply are gathered once, so that no part of the request is judged by others.
///
/// @param common the keys that every need of the request has
/// @param policies the caller's side: identity policies, boundary, session policies
record Inquiry(Caller caller, Context common, PolicySet policies) {

    /// The answer to one need.
    Evaluation on(Need need) {
        Need.Target target = need.target();
        String account = target.account().isEmpty() ? caller.account() : target.account();
        Context.Builder context = common.toBuilder().put("aws:ResourceAccount", account);
        need.context().all().values().forEach(value -> put(context, value));
        PolicySet asked = policies.withResource(target.policy());
        need.more()
                .filter(more -> asked.mentions(more.prefix()))
                .ifPresent(more ->
                        more.keys().get().all().values().forEach(value -> put(context, value)));
        return PolicyEngine.evaluate(
                new AccessRequest(
                        caller.principal(), need.action(), target.arn(), account, context.build()),
                asked);
    }

    /// The answer to one need, or to what suffices in its place if that is a yes.
    Evaluation on(Need need, Consumer<Evaluation> answered) {
        Evaluation evaluation = on(need);
        boolean silent = evaluation.decision() == Evaluation.Decision.IMPLICIT_DENY;
        Evaluation decisive =
                need.otherwise()
                        .filter(_ -> silent)
                        .map(this::on)
                        .filter(Evaluation::allowed)
                        .orElse(evaluation);
        answered.accept(decisive);
        return decisive;
    }

    static void put(Context.Builder context, Context.Value value) {
        if (value.multivalued()) {
            context.putAll(value.name(), value.values());
        } else {
            context.put(value.name(), value.values().getFirst());
        }
    }
}
