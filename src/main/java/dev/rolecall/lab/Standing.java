package dev.rolecall.lab;

import dev.rolecall.cloud.CloudState;
import dev.rolecall.cloud.Exchange;
import dev.rolecall.fault.UserError;
import dev.rolecall.snippet.Past;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Where a run stands, and its keeping.
final class Standing {
    private final Engine engine;
    private final Optional<RunKeeper> keeper;
    private Optional<RunState> known;
    private boolean begun;
    private boolean unkept;

    /// @param known empty for a new run: its state has the administrator's key in it, which the
    ///   cloud makes
    Standing(Engine engine, Optional<RunKeeper> keeper, Optional<RunState> known) {
        this.engine = engine;
        this.keeper = keeper;
        this.known = known;
    }

    /// The state, if asking for it need not wait for the cloud.
    Optional<RunState> atOnce() {
        return known.isPresent() || engine.cloudIsUp() ? Optional.of(state()) : known;
    }

    RunState state() {
        if (known.isEmpty()) {
            known = Optional.of(engine.beginning());
            begun = true;
        }
        if (begun) {
            engine.cloud().opening().ifPresent(this::begunWith);
        }
        return known.get();
    }

    /// What is behind the cloud came up after the run had begun: what was there then belongs to the
    /// beginning.
    private void begunWith(CloudState opening) {
        known = known.map(state -> state.begunWith(opening));
        begun = false;
    }

    void change(UnaryOperator<RunState> how) {
        known = Optional.of(how.apply(state()));
    }

    /// Keeps what is new. Where that fails the run goes on in memory, and says so once.
    void save(Consumer<Event> out) {
        if (keeper.isEmpty()) {
            return;
        }
        try {
            keeper.get().save(kept());
            if (unkept) {
                out.accept(new Event.Said("Everything is kept again."));
            }
            unkept = false;
        } catch (UserError e) {
            if (!unkept) {
                out.accept(new Event.NotKept(e.what(), e.whatToDo()));
            }
            unkept = true;
        }
    }

    private RunKeeper.Kept kept() {
        List<Past> past = engine.java().history();
        List<Exchange> exchanges =
                engine.cloud().tape().exchangesOf(past.stream().map(Past::id).toList());
        CloudState cloud = engine.cloud().state();
        return new RunKeeper.Kept(state(), cloud, past, exchanges, engine.cloud().mirrorState());
    }
}
