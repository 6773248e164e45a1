package dev.rolecall.sts;

import dev.rolecall.fault.AwsError;
import dev.rolecall.iam.Caller;
import dev.rolecall.iam.Iam;
import dev.rolecall.iam.Ids;
import dev.rolecall.policy.AttachedPolicy;
import dev.rolecall.policy.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// STS: issues temporary credentials and keeps the book of them, in every cloud.
///
/// The operations are the public methods of [#actions]. They do not authorise, but they refuse what
/// STS refuses whatever the policies say.
public final class Sts {
    private final SessionBook book = new SessionBook();
    private final Iam iam;
    private final SessionPolicyDesk policies;
    private final List<Object> actions;

    public Sts(Iam iam, Clock clock, Ids ids) {
        this.iam = iam;
        this.policies = new SessionPolicyDesk(iam);
        Issuer issuer = new Issuer(book, clock, ids);
        this.actions =
                List.of(
                        new AssumeRoleAction(iam, issuer, policies),
                        new TokenActions(issuer, policies),
                        new IdentityActions());
    }

    public SessionBook.State state() {
        return book.state();
    }

    public void restore(SessionBook.State state) {
        book.restore(state);
    }

    /// The objects whose public methods are STS's operations.
    public List<Object> actions() {
        return actions;
    }

    /// The session of that access key id, expired or not, its issuer there or not. A user's session
    /// has the name that the user has now.
    public Optional<Session> session(String accessKeyId) {
        return book.find(accessKeyId).map(this::now);
    }

    /// Whether the role or user that the session depends on is still there; one made anew under the
    /// same name has another unique id and does not count.
    public boolean issuerExists(Session session) {
        String id = session.issuerId();
        return switch (session.principal()) {
            case Principal.RoleSession _ -> iam.roleById(id).isPresent();
            default -> iam.userById(id).isPresent() || iam.accountExists(id);
        };
    }

    /// The session policies as they stand now; absent where none narrows the session. A managed one
    /// that is gone allows nothing.
    public Optional<List<AttachedPolicy>> sessionPolicies(Session session) {
        return session.policies().map(policies::applying);
    }

    /// What STS refuses whatever the policies say: a root user that assumes a role, session
    /// credentials that ask for a token. `guard` asks before it authorises; the actions ask again.
    ///
    /// @param operation such as `AssumeRole`
    public static Optional<AwsError> refusal(Caller caller, String operation) {
        return Refusals.of(caller, operation);
    }

    /// Refuses a `RoleArn` that is no ARN; AWS does so before it looks for a role or a permission.
    ///
    /// @throws AwsError `ValidationError`
    public static void requireRoleArn(String arn) {
        Refusals.requireRoleArn(arn);
    }

    private Session now(Session session) {
        return session.principal() instanceof Principal.User user
                ? iam.userById(user.id()).map(u -> session.with(u.principal())).orElse(session)
                : session;
    }
}
