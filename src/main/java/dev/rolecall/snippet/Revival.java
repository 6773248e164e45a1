package dev.rolecall.snippet;

import dev.rolecall.snippet.Journal.Call;
import dev.rolecall.snippet.Journal.Entry;
import dev.rolecall.snippet.Journal.Load;
import dev.rolecall.snippet.Journal.Look;
import dev.rolecall.snippet.agent.Request;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import jdk.jshell.spi.ExecutionControl.EngineTerminationException;
import jdk.jshell.spi.ExecutionControl.ExecutionControlException;
import jdk.jshell.spi.ExecutionControl.ResolutionException;
import jdk.jshell.spi.ExecutionControl.StoppedException;
import jdk.jshell.spi.ExecutionControl.UserException;

/// Brings a new child to where the old one was: the same classes, the same calls in order, nothing
/// shown, nothing sent to a cloud.
final class Revival {
    private static final int MOST_ATTEMPTS = 3;

    private final Children children;
    private final Principals principals;
    private final StopButton stopButton;
    private final Replay replay;

    /// How the values look that calls gave since the variables were last noted.
    private final List<String> looks = new ArrayList<>();

    private Likeness likeness = new Likeness();

    Revival(Children children, Principals principals, StopButton stopButton, Replay replay) {
        this.children = children;
        this.principals = principals;
        this.stopButton = stopButton;
        this.replay = replay;
    }

    /// Replaces the child. A call that costs the new one, too, is left out, and it is tried again.
    ///
    /// @param lost names that are known to be lost already
    /// @return the names that are lost
    List<String> of(Journal journal, Set<String> lost) {
        Set<String> names = new LinkedHashSet<>(lost);
        stopButton.release();
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            if (replayed(journal, children.replace(), names)) {
                return likeness.lostOf(names);
            }
        }
        // something that it started, and not a call, kills every child: begin with nothing
        for (Entry entry : journal.entries()) {
            if (entry instanceof Call call && call.again()) {
                call.result(Past.Result.DIED);
                names.addAll(call.names());
            }
        }
        replayed(journal, children.replace(), names);
        return likeness.lostOf(names);
    }

    /// How like before the variables are.
    Likeness likeness() {
        return likeness;
    }

    private boolean replayed(Journal journal, ChildJvm child, Set<String> lost) {
        child.mute(true);
        likeness = new Likeness();
        try {
            for (Entry entry : journal.entries()) {
                switch (entry) {
                    case Load load -> {
                        child.snippet(load.snippetId());
                        child.control().load(load.classes());
                    }
                    case Look(List<Noted> noted) -> {
                        likeness.after(noted, looks, child.ask(Request.SETTLE, Noted.texts(noted)));
                        looks.clear();
                    }
                    case Call call when call.again() -> {
                        if (!replayed(call, child, lost)) {
                            return false;
                        }
                    }
                    case Call call -> {}
                }
            }
            return true;
        } catch (ExecutionControlException e) {
            return false;
        } finally {
            child.mute(false);
        }
    }

    /// Returns false if the child died of it.
    private boolean replayed(Call call, ChildJvm child, Set<String> lost)
            throws ExecutionControlException {
        OptionalLong run = stopButton.begin(child);
        if (run.isEmpty()) {
            stopButton.release();
            lost.addAll(call.names());
            return true;
        }
        call.run(run.getAsLong());
        replay.begin(call.snippetId());
        try {
            principals.tell(child, call.actingAs());
            looks.add(Looks.of(child.control().invoke(call.className(), call.method())));
        } catch (UserException | ResolutionException e) {
            // where it threw the first time, too, all is as it was
            if (call.result() == Past.Result.RAN) {
                lost.addAll(call.names());
            }
        } catch (StoppedException e) {
            stopButton.release();
            call.result(Past.Result.STOPPED);
            lost.addAll(call.names());
        } catch (EngineTerminationException e) {
            call.result(Past.Result.DIED);
            lost.addAll(call.names());
            return false;
        } finally {
            stopButton.end();
            replay.end(call.snippetId());
        }
        return true;
    }
}
