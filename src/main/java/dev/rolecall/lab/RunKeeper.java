package dev.rolecall.lab;

import dev.rolecall.cloud.CloudState;
import dev.rolecall.cloud.Exchange;
import dev.rolecall.course.Lab;
import dev.rolecall.course.Step;
import dev.rolecall.guard.Recorded;
import dev.rolecall.json.Saved;
import dev.rolecall.localstack.mirror.MirrorState;
import dev.rolecall.policy.PolicyDocument;
import dev.rolecall.progress.RunStore;
import dev.rolecall.snippet.Past;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Saves a run after everything that changes it, and reads it back. Snippets, recorded answers and
/// requests only ever grow, so they go to the journal; the rest is small and replaced whole.
final class RunKeeper {
    private final RunStore store;
    private final Lab lab;
    private Optional<Kept> saved = Optional.empty();

    RunKeeper(RunStore store, Lab lab) {
        this.store = store;
        this.lab = lab;
    }

    /// All that is kept of a run.
    ///
    /// @param mirror what is known of the container behind the cloud, if there is one
    record Kept(
            RunState run,
            CloudState cloud,
            List<Past> past,
            List<Exchange> exchanges,
            Optional<MirrorState> mirror) {
        Kept {
            past = List.copyOf(past);
            exchanges = List.copyOf(exchanges);
        }

        /// Whether this is the other one and more of what only grows.
        boolean continues(Kept other) {
            return begins(past, other.past)
                    && begins(exchanges, other.exchanges)
                    && begins(cloud.requests(), other.cloud.requests());
        }

        private static boolean begins(List<?> all, List<?> first) {
            return all.size() >= first.size() && all.subList(0, first.size()).equals(first);
        }
    }

    /// What a journal line holds.
    sealed interface Line {}

    record Snippet(Past past) implements Line {}

    record Answer(Exchange exchange) implements Line {}

    record Request(Recorded recorded) implements Line {}

    /// What the state file holds. The clouds in it are without their requests, which are the first
    /// so many of the journal's.
    ///
    /// @param steps the ids of the steps that the run knows, the lab's first ones
    /// @param requests how many each step's beginning had
    record State(
            List<String> steps,
            RunState run,
            CloudState cloud,
            List<Integer> requests,
            Optional<MirrorState> mirror) {}

    /// What was found at the start.
    sealed interface Loaded {}

    record Fresh() implements Loaded {}

    record Resumed(Kept kept) implements Loaded {}

    /// A run was there that could not be gone on with; nothing of it was deleted.
    record SetAside(Path where, String why) implements Loaded {}

    Loaded load() {
        return switch (store.load()) {
            case RunStore.Nothing() -> new Fresh();
            case RunStore.Damaged(String why) -> setAside("it is damaged: " + why);
            case RunStore.Kept kept -> loaded(kept);
        };
    }

    private Loaded loaded(RunStore.Kept text) {
        Kept kept;
        List<String> steps;
        try {
            State state = states().read(text.state());
            kept = whole(state, text.journal());
            steps = state.steps();
        } catch (RuntimeException e) {
            // Whatever a reader stumbles over: the file is not what this program wrote.
            return setAside("it is damaged: " + firstLine(String.valueOf(e.getMessage())));
        }
        List<String> now = ids();
        if (steps.size() > now.size() || !now.subList(0, steps.size()).equals(steps)) {
            return setAside("the lab's steps have changed since");
        }
        saved = Optional.of(kept);
        return new Resumed(kept);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private SetAside setAside(String why) {
        return new SetAside(store.setAside(), why);
    }

    private List<String> ids() {
        return lab.steps().stream().map(Step::id).toList();
    }

    private static Saved<State> states() {
        return Saved.of(State.class)
                .text(PolicyDocument.class, PolicyDocument::text, PolicyDocument::parse);
    }

    private static Kept whole(State state, List<String> journal) {
        Saved<Line> lines = Saved.of(Line.class);
        List<Past> past = new ArrayList<>();
        List<Exchange> exchanges = new ArrayList<>();
        List<Recorded> requests = new ArrayList<>();
        for (String line : journal) {
            switch (lines.read(line)) {
                case Snippet(Past snippet) -> past.add(snippet);
                case Answer(Exchange exchange) -> exchanges.add(exchange);
                case Request(Recorded recorded) -> requests.add(recorded);
            }
        }
        List<RunState.StepStart> starts = new ArrayList<>();
        for (RunState.StepStart start : state.run().starts()) {
            int count = state.requests().get(starts.size());
            starts.add(start.in(with(start.cloud(), requests.subList(0, count))));
        }
        RunState run = state.run().starting(starts);
        return new Kept(run, with(state.cloud(), requests), past, exchanges, state.mirror());
    }

    /// Saves what is new, and does nothing where nothing is.
    ///
    /// @throws dev.rolecall.fault.UserError if that cannot be written
    void save(Kept now) {
        if (saved.filter(now::equals).isPresent()) {
            return;
        }
        Optional<Kept> before = saved;
        // Should writing fail, the next save takes nothing for granted.
        saved = Optional.empty();
        String state = states().write(state(now));
        if (before.filter(now::continues).isPresent()) {
            store.save(state, lines(now, before.get()));
        } else {
            store.rewrite(state, lines(now, emptied(now)));
        }
        saved = Optional.of(now);
    }

    private State state(Kept now) {
        List<RunState.StepStart> starts = now.run().starts();
        int known =
                Stream.concat(now.run().done().stream(), Stream.of(starts.size()))
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElseThrow();
        return new State(
                ids().subList(0, known),
                now.run()
                        .starting(
                                starts.stream()
                                        .map(start -> start.in(with(start.cloud(), List.of())))
                                        .toList()),
                with(now.cloud(), List.of()),
                starts.stream().map(start -> start.cloud().requests().size()).toList(),
                now.mirror());
    }

    private static Kept emptied(Kept kept) {
        return new Kept(
                kept.run(), with(kept.cloud(), List.of()), List.of(), List.of(), kept.mirror());
    }

    private static CloudState with(CloudState cloud, List<Recorded> requests) {
        return new CloudState(cloud.iam(), cloud.sts(), cloud.s3(), cloud.clock(), requests);
    }

    private static List<String> lines(Kept now, Kept before) {
        Saved<Line> lines = Saved.of(Line.class);
        Stream<Line> requests =
                rest(now.cloud().requests(), before.cloud().requests()).map(Request::new);
        Stream<Line> answers = rest(now.exchanges(), before.exchanges()).map(Answer::new);
        Stream<Line> snippets = rest(now.past(), before.past()).map(Snippet::new);
        return Stream.of(requests, answers, snippets).flatMap(s -> s).map(lines::write).toList();
    }

    private static <T> Stream<T> rest(List<T> all, List<T> first) {
        return all.stream().skip(first.size());
    }
}
