package dev.rolecall.localstack.mirror;

import dev.rolecall.fault.UserError;
import dev.rolecall.iam.Account;
import dev.rolecall.iam.Iam;
import dev.rolecall.iam.IamState;
import dev.rolecall.iam.Ids;
import dev.rolecall.iam.Mirror;
import dev.rolecall.localstack.client.Clients;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// IAM in a LocalStack container, beside ours: every change is made in both or in neither, what the
/// container has otherwise is told, and can be taken over.
///
/// [#mirror] is given to [Iam]. Until one of the two ways to attach was called nothing is sent, for
/// the container may still be starting. What a person can mend (a container that is gone, or does
/// not answer) is a [UserError]; clients whose write it takes down get an AWS error.
public final class MirroredIam {
    private static final String STARTED_ANEW =
            "LocalStack was started anew since, so what it had is gone. What IAM has here was made"
                    + " there again.";

    private final Ids ids;
    private final Ledger ledger = new Ledger();
    private volatile Optional<Attachment> attached = Optional.empty();

    /// @param ids makes ids for what is taken over
    public MirroredIam(Ids ids) {
        this.ids = ids;
    }

    /// @param endpoint where the container is
    private record Attachment(Iam iam, ContainerIam there, IamMirror mirror, URI endpoint) {}

    /// Takes IAM's changes to the container.
    public Mirror mirror() {
        return (before, after) -> attached.ifPresent(a -> a.mirror().take(before, after));
    }

    /// What is to be kept with the state of IAM, and handed to [#restore].
    public MirrorState state() {
        return ledger.state();
    }

    public void restore(MirrorState state) {
        ledger.set(state);
    }

    /// Begins with a container of our own: what it has is made what we have, be it new or not.
    ///
    /// @return what could not be done, one line each
    /// @throws UserError if the container does not answer; then nothing is attached
    public List<String> attachOwn(Iam iam, Clients clients) {
        List<String> problems = new ArrayList<>();
        begin(
                iam,
                clients,
                false,
                state -> {
                    ledger.set(ledger.state().forAnother());
                    problems.addAll(put(iam, ContainerIam.to(clients), state));
                    return state;
                });
        return problems;
    }

    /// Begins with a container that others use too. At the first time what only it has is taken
    /// over, and what only we have is made there; after that nothing is, and what is different is
    /// drift. One that was started anew since is met as if for the first time.
    ///
    /// @throws UserError if the container does not answer; then nothing is attached
    public Adopted attachShared(Iam iam, Clients clients) {
        ContainerIam there = ContainerIam.to(clients);
        List<Adopted> all = new ArrayList<>();
        Optional<String> session = Session.of(clients.endpoint());
        if (ledger.state().isAnother(session)) {
            ledger.set(ledger.state().forStrangers());
            all.add(Adopted.problem(STARTED_ANEW));
        }
        begin(
                iam,
                clients,
                true,
                state -> {
                    IamState after = new FirstContact(iam, there, ledger, ids).meet(state, all);
                    ledger.set(ledger.state().in(session.or(ledger.state()::session)));
                    return after;
                });
        return Adopted.all(all);
    }

    private void begin(
            Iam iam, Clients clients, boolean shared, Function<IamState, IamState> first) {
        ContainerIam there = ContainerIam.to(clients);
        attached = Optional.empty();
        ledger.share(shared);
        iam.replace(state -> {
            IamState after = first.apply(state);
            attached =
                    Optional.of(
                            new Attachment(
                                    iam,
                                    there,
                                    new IamMirror(there, iam::state, ledger),
                                    clients.endpoint()));
            return after;
        });
    }

    /// Sends nothing from now on.
    public void detach() {
        attached = Optional.empty();
    }

    /// Brings the container to a state of IAM, before IAM itself is restored to it. In a container
    /// that others use too nothing is deleted that was not made through us.
    ///
    /// @return what could not be done, one line each
    /// @throws UserError if the container does not answer: it may then have a part of it
    public List<String> put(IamState wanted) {
        Attachment to = attachment();
        List<String> problems = new ArrayList<>();
        to.iam()
                .replace(state -> {
                    problems.addAll(put(to.iam(), to.there(), wanted));
                    return state;
                });
        return problems;
    }

    private List<String> put(Iam iam, ContainerIam there, IamState wanted) {
        List<String> problems = new ArrayList<>();
        for (Account account : wanted.accounts().values()) {
            IamState now = iam.state();
            Account current = now.account(account.id()).orElse(account);
            // First as it is now, so that the ARNs of those who will be gone are known.
            Account shownNow = ledger.shown(current, now);
            Account shown = ledger.shown(account, wanted);
            problems.addAll(
                    new IamPut(there, ledger, shownNow)
                            .put(
                                    shown,
                                    (reading, theirs, left) ->
                                            target(reading, theirs, account, wanted, left)));
        }
        return problems;
    }

    /// Shown anew each time: what the container does not know is found out on the way.
    private Account target(
            Reading reading, Account theirs, Account account, IamState wanted, List<String> left) {
        Account shown = ledger.shown(account, wanted);
        if (!ledger.shared()) {
            return shown;
        }
        SharedTarget shared = new SharedTarget(theirs, reading.ids(), ledger.state(), shown);
        Account target = shared.of();
        left.addAll(shared.left());
        return target;
    }

    /// Compares all of an account with what the container has.
    ///
    /// @param account 12 digits
    /// @throws UserError if the container does not answer
    public List<Difference> drift(String account) {
        return compared(account, Optional.empty()).differences();
    }

    /// Compares these entities of an account, and reads no others from the container.
    public List<Difference> drift(String account, Set<EntityRef> entities) {
        return entities.isEmpty()
                ? List.of()
                : compared(account, Optional.of(entities)).differences();
    }

    private Comparison compared(String account, Optional<Set<EntityRef>> entities) {
        Attachment to = attachment();
        List<Comparison> one = new ArrayList<>();
        // While it is read, no change of ours is under way.
        to.iam()
                .replace(state -> {
                    one.add(Comparison.of(to.there(), ledger, state, account, entities));
                    return state;
                });
        if (entities.isEmpty()) {
            requireSame(to);
        }
        return one.getFirst();
    }

    /// Takes over all that the container has otherwise.
    ///
    /// @throws UserError if the container does not answer; then nothing is taken over
    public Adopted adopt(String account) {
        return adopt(account, Optional.empty());
    }

    /// Takes over these entities, as [Difference#entity] names them.
    public Adopted adopt(String account, Collection<EntityRef> entities) {
        return adopt(account, Optional.of(entities));
    }

    private Adopted adopt(String account, Optional<Collection<EntityRef>> chosen) {
        Attachment to = attachment();
        List<Adopted> one = new ArrayList<>();
        to.iam()
                .replace(state -> {
                    Comparison comparison =
                            Comparison.of(to.there(), ledger, state, account, Optional.empty());
                    requireSame(to);
                    return comparison.adopt(
                            to.iam(),
                            ledger,
                            ids,
                            state,
                            chosen.orElseGet(comparison::entities),
                            one::add);
                });
        return one.getFirst();
    }

    /// One that was started anew lacks everything: nobody wants to hear that line by line, and
    /// still less to take it over.
    private void requireSame(Attachment to) {
        if (ledger.state().session().isPresent()
                && ledger.state().isAnother(Session.of(to.endpoint()))) {
            throw new UserError(
                    "LocalStack at " + to.there().where() + " was started anew, and has nothing",
                    "start rolecall again: what IAM has is put back");
        }
    }

    private Attachment attachment() {
        return attached.orElseThrow(
                () -> new UserError("LocalStack is not there yet", "try again in a moment"));
    }
}
