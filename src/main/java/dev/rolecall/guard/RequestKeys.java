package dev.rolecall.guard;

import dev.rolecall.iam.Caller;
import dev.rolecall.iam.Iam;
import dev.rolecall.policy.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// The condition keys that every request has ("AWS global condition context keys").
final class RequestKeys {
    private final Iam iam;
    private final Clock clock;

    RequestKeys(Iam iam, Clock clock) {
        this.iam = iam;
        this.clock = clock;
    }

    /// The keys of a request that came over HTTP.
    Context.Builder of(Asking asking) {
        Context.Builder context = of(asking.caller());
        context.put("aws:SourceIp", asking.http().remoteIp());
        context.put("aws:RequestedRegion", Regions.requested(asking.signature()));
        asking.http().header("User-Agent").ifPresent(agent -> context.put("aws:UserAgent", agent));
        return context;
    }

    /// The keys that say who asks and when, for a question that nobody sent.
    Context.Builder of(Caller caller) {
        Context.Builder context = Context.builder();
        Instant now = clock.instant();
        context.put("aws:CurrentTime", now.toString())
                .put("aws:EpochTime", Long.toString(now.getEpochSecond()))
                .put("aws:SecureTransport", "false")
                .put("aws:ViaAWSService", "false")
                .put("aws:RequestedRegion", Regions.HOME)
                .principal(caller.principal());
        tags(caller).forEach((key, value) -> context.put("aws:PrincipalTag/" + key, value));
        caller.session().ifPresent(session -> session(session, now, context));
        return context;
    }

    private static void session(Caller.SessionFacts session, Instant now, Context.Builder context) {
        context.put("aws:TokenIssueTime", session.issued().toString());
        context.put("aws:MultiFactorAuthPresent", Boolean.toString(session.mfa().isPresent()));
        session.mfa()
                .ifPresent(at ->
                        context.put(
                                "aws:MultiFactorAuthAge",
                                Long.toString(now.getEpochSecond() - at.getEpochSecond())));
        session.sourceIdentity().ifPresent(value -> context.put("aws:SourceIdentity", value));
    }

    /// The principal's own tags, overridden by those of its session; keys ignore case.
    private Map<String, String> tags(Caller caller) {
        Map<String, String> tags = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        tags.putAll(iam.tags(caller.principal()));
        caller.session().ifPresent(session -> tags.putAll(session.tags()));
        return tags;
    }
}
