package dev.rolecall.guard;

import dev.rolecall.iam.Caller;
import dev.rolecall.iam.Iam;
import dev.rolecall.policy.Context;
import dev.rolecall.policy.Principal;
import dev.rolecall.wire.HttpIn;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The condition keys that every request has ("AWS global condition context keys").
public final class RequestKeys {
    private final Iam iam;
    private final Clock clock;

    RequestKeys(Iam iam, Clock clock) {
        this.iam = iam;
        this.clock = clock;
    }

    /// The keys of a request that came over HTTP.
    Context.Builder of(Caller caller, HttpIn in) {
        Context.Builder context = of(caller);
        context.put("aws:SourceIp", in.remoteIp());
        in.header("User-Agent").ifPresent(agent -> context.put("aws:UserAgent", agent));
        return context;
    }

    /// The keys that say who asks and when, for a question that nobody sent.
    public Context.Builder of(Caller caller) {
        Principal principal = caller.principal();
        Context.Builder context = Context.builder();
        Instant now = clock.instant();
        context.put("aws:CurrentTime", now.toString())
                .put("aws:EpochTime", Long.toString(now.getEpochSecond()))
                .put("aws:SecureTransport", "false")
                .put("aws:ViaAWSService", "false")
                .put("aws:RequestedRegion", "us-east-1")
                .put("aws:userid", principal.userId())
                .put("aws:PrincipalType", type(principal));
        if (!(principal instanceof Principal.Anonymous)) {
            context.put("aws:PrincipalArn", principal.principalArn());
            context.put("aws:PrincipalAccount", principal.account());
        }
        if (principal instanceof Principal.User user) {
            context.put("aws:username", user.name());
        }
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
        caller.session()
                .ifPresent(session ->
                        session.tags()
                                .forEach((key, value) -> {
                                    tags.remove(key.toLowerCase(Locale.ROOT));
                                    tags.put(key, value);
                                }));
        return tags;
    }

    private static String type(Principal principal) {
        return switch (principal) {
            case Principal.Root _ -> "Account";
            case Principal.User _ -> "User";
            case Principal.RoleSession _ -> "AssumedRole";
            case Principal.FederatedUser _ -> "FederatedUser";
            case Principal.Service _ -> "Service";
            case Principal.Provider _ -> "FederatedUser";
            case Principal.Anonymous _ -> "Anonymous";
        };
    }
}
