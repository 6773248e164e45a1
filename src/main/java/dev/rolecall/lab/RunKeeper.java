package dev.rolecall.lab;

import dev.rolecall.cloud.CloudState;
import dev.rolecall.cloud.Exchange;
import dev.rolecall.json.Saved;
import dev.rolecall.policy.PolicyDocument;
import dev.rolecall.progress.RunStore;
import dev.rolecall.snippet.Past;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Saves a run after everything that changes it, and reads it back. Snippets and recorded answers
/// only ever grow, so they go to the journal; the rest is small and replaced whole.
final class RunKeeper {
    private final Optional<RunStore> store;
    private int savedPast;
    private int savedExchanges;

    /// Keeps nothing where there is no store.
    RunKeeper(Optional<RunStore> store) {
        this.store = store;
    }

    /// All that is kept of a run.
    record Kept(RunState run, CloudState cloud, List<Past> past, List<Exchange> exchanges) {}

    /// What a journal line holds.
    sealed interface Line {}

    record Snippet(Past past) implements Line {}

    record Answer(Exchange exchange) implements Line {}

    /// What the state file holds.
    record State(RunState run, CloudState cloud) {}

    private static Saved<State> states() {
        return Saved.of(State.class)
                .text(PolicyDocument.class, PolicyDocument::text, PolicyDocument::parse);
    }

    Optional<Kept> load() {
        return store.flatMap(RunStore::load).map(this::read);
    }

    private Kept read(RunStore.Kept kept) {
        Saved<Line> lines = Saved.of(Line.class);
        List<Past> past = new ArrayList<>();
        List<Exchange> exchanges = new ArrayList<>();
        for (String line : kept.journal()) {
            switch (lines.read(line)) {
                case Snippet(Past snippet) -> past.add(snippet);
                case Answer(Exchange exchange) -> exchanges.add(exchange);
            }
        }
        savedPast = past.size();
        savedExchanges = exchanges.size();
        State state = states().read(kept.state());
        return new Kept(state.run(), state.cloud(), past, exchanges);
    }

    /// Saves what is new.
    void save(Kept now) {
        if (store.isEmpty()) {
            return;
        }
        boolean grown = now.past().size() >= savedPast && now.exchanges().size() >= savedExchanges;
        String state = states().write(new State(now.run(), now.cloud()));
        if (grown) {
            store.get().save(state, lines(now, savedPast, savedExchanges));
        } else {
            store.get().rewrite(state, lines(now, 0, 0));
        }
        savedPast = now.past().size();
        savedExchanges = now.exchanges().size();
    }

    /// Saves everything anew, after the past was cut.
    void saveAnew(Kept now) {
        savedPast = Integer.MAX_VALUE;
        save(now);
    }

    private static List<String> lines(Kept now, int fromPast, int fromExchange) {
        Saved<Line> lines = Saved.of(Line.class);
        List<String> texts = new ArrayList<>();
        now.exchanges().stream()
                .skip(fromExchange)
                .forEach(exchange -> texts.add(lines.write(new Answer(exchange))));
        now.past().stream()
                .skip(fromPast)
                .forEach(past -> texts.add(lines.write(new Snippet(past))));
        return texts;
    }
}
