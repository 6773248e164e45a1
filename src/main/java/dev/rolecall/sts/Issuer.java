package dev.rolecall.sts;

import dev.rolecall.iam.Caller;
import dev.rolecall.iam.Ids;
import dev.rolecall.policy.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.sts.model.Credentials;

/// Makes credentials and enters them into the book.
final class Issuer {
    private final SessionBook book;
    private final Clock clock;
    private final Ids ids;

    Issuer(SessionBook book, Clock clock, Ids ids) {
        this.book = book;
        this.clock = clock;
        this.ids = ids;
    }

    /// What a new session carries besides its times.
    record Carried(
            Map<String, String> tags,
            Set<String> transitiveTagKeys,
            Optional<String> sourceIdentity,
            Optional<Session.SessionPolicies> policies) {

        static Carried nothing() {
            return policies(Optional.empty());
        }

        static Carried policies(Optional<Session.SessionPolicies> policies) {
            return new Carried(Map.of(), Set.of(), Optional.empty(), policies);
        }
    }

    Session issue(Principal principal, Duration duration, Carried carried, String issuedTo) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Caller.SessionFacts facts =
                new Caller.SessionFacts(
                        now,
                        now.plus(duration),
                        Optional.empty(),
                        carried.tags(),
                        carried.transitiveTagKeys(),
                        carried.sourceIdentity());
        Session session =
                new Session(
                        ids.accessKeyId(Ids.Prefix.ASIA, principal.account()),
                        ids.secret(),
                        ids.sessionToken(),
                        principal,
                        facts,
                        carried.policies(),
                        issuedTo);
        book.enter(session);
        return session;
    }

    static Credentials credentials(Session session) {
        return Credentials.builder()
                .accessKeyId(session.accessKeyId())
                .secretAccessKey(session.secretAccessKey())
                .sessionToken(session.sessionToken())
                .expiration(session.facts().expires())
                .build();
    }
}
