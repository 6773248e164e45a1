package dev.rolecall.snippet;

import dev.rolecall.snippet.LearnerControl.Take;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The works behind [SnippetShell]: evaluates, keeps the history, and mends what broke.
final class Engine implements AutoCloseable {
    /// Writing an AOT cache takes about 10 s.
    private static final Duration TRAINING_FAREWELL = Duration.ofMinutes(2);

    private final Surroundings surroundings;
    private final StopButton stopButton = new StopButton();
    private final Principals principals;
    private final Soon<List<Path>> classPath;
    private final Children children;
    private final List<Past> history = new ArrayList<>();
    private Numbering numbering = new Numbering();
    private Soon<Workbench> workbench;
    private boolean fresh = true;

    Engine(ShellSettings settings, Surroundings surroundings) {
        this.surroundings = surroundings;
        LabFiles files = new LabFiles(settings.folder());
        principals = new Principals(files, settings.first());
        classPath =
                Soon.begin("rolecall snippet compiler", () -> ChildClassPath.in(settings.jars()));
        boolean training = settings.cache() instanceof ShellSettings.AotCache.Make;
        Duration farewell = training ? TRAINING_FAREWELL : Duration.ZERO;
        ChildStarter starter =
                new ChildStarter(
                        () -> new ChildCommand(settings, files, classPath.get()),
                        files,
                        farewell,
                        new Dresser(surroundings.wardrobe()),
                        surroundings.output());
        // A spare would write its cache, of the little that it did, over that of the first.
        children = new Children(starter::start, settings.spare() && !training);
        workbench = newWorkbench();
    }

    synchronized String evaluate(String text, Consumer<Evaluated> told) {
        stopButton.release();
        fresh = false;
        Optional<Evaluated> mended = mendIfBroken();
        mended.ifPresent(told);
        String rest = text;
        boolean well = mended.isEmpty();
        Optional<Workbench.Unit> unit = bench().first(rest);
        while (well && unit.isPresent()) {
            List<Evaluated> one = evaluate(unit.get(), told);
            well = one.stream().allMatch(e -> wentWell(e.outcome()));
            rest = unit.get().rest();
            unit = bench().first(rest);
        }
        children.prepareSpare();
        return unit.isPresent() ? rest : "";
    }

    void stop() {
        stopButton.press();
    }

    synchronized Completeness analyse(String text) {
        return bench().analyse(text);
    }

    synchronized Completion complete(String text, int cursor) {
        return bench().complete(text, cursor);
    }

    synchronized List<Variable> variables() {
        stopButton.release();
        return bench().variables();
    }

    synchronized VariableCredentials credentialsOf(String variable) {
        stopButton.release();
        return bench().credentialsOf(variable);
    }

    synchronized List<String> credentialHolders() {
        stopButton.release();
        return bench().holders();
    }

    void become(CredentialsValue credentials) {
        principals.become(credentials);
    }

    CredentialsValue current() {
        return principals.current();
    }

    synchronized List<Past> history() {
        return List.copyOf(history);
    }

    synchronized void reset() {
        history.clear();
        numbering = new Numbering();
        startAfresh();
    }

    synchronized Restored restore(List<Past> pasts) {
        List<Past> wanted = List.copyOf(pasts);
        CredentialsValue before = principals.current();
        // Nothing has run in the first JVM: a resume takes it, and does not wait for another.
        boolean resuming = fresh;
        if (!resuming) {
            reset();
        }
        fresh = false;
        Again again = new Again();
        try {
            wanted.forEach(again::run);
        } finally {
            principals.become(before);
        }
        numbering = Numbering.after(history);
        if (!resuming) {
            children.prepareSpare();
        }
        return again.restored();
    }

    @Override
    public void close() {
        stopButton.press();
        children.close();
        workbench.then(Workbench::close);
    }

    private List<Evaluated> evaluate(Workbench.Unit unit, Consumer<Evaluated> told) {
        Take take =
                new Take(
                        numbering.next(),
                        surroundings.running()::begin,
                        surroundings.running()::end);
        CredentialsValue actingAs = principals.current();
        Workbench.Result result = bench().evaluate(take, unit.source());
        String id = numbering.use(result.past() != Past.Result.NOT_COMPILED);
        history.add(Past.of(id, unit.typed(), result.past(), actingAs));
        List<Outcome> outcomes = new ArrayList<>(result.outcomes());
        result.demise().ifPresent(demise -> outcomes.add(mended(demise, result.names())));
        List<Evaluated> evaluated =
                outcomes.stream().map(o -> new Evaluated(id, unit.typed(), o)).toList();
        evaluated.forEach(told);
        // the learner has the answer by now
        note(result);
        return evaluated;
    }

    private void note(Workbench.Result result) {
        if (result.past() != Past.Result.NOT_COMPILED) {
            Past last = history.removeLast();
            history.add(last.leaving(bench().note(result.looks())));
        }
    }

    /// Runs snippets of the past again, muted.
    private final class Again {
        private final Set<String> lost = new LinkedHashSet<>();
        private final Likeness likeness = new Likeness();

        void run(Past past) {
            history.add(past);
            if (past.again()) {
                bench().settle(past.values(), ranAgain(past).looks(), likeness);
            } else if (!past.values().isEmpty()) {
                // what it had done before it was stopped
                bench().settle(past.values(), Map.of(), likeness);
            }
        }

        private Workbench.Result ranAgain(Past past) {
            Workbench.Result result = result(past);
            if (result.demise().isPresent()) {
                lost.addAll(mended(result.demise().get(), result.names()).restored().lost());
            } else if (result.past() != Past.Result.RAN && past.result() == Past.Result.RAN) {
                lost.addAll(named(result.names(), past));
            }
            return result;
        }

        private Workbench.Result result(Past past) {
            principals.become(past.actingAs());
            Replay replay = surroundings.replay();
            Take take = new Take(past.id(), replay::begin, replay::end);
            // with the semicolon that the learner left away
            String source =
                    bench().first(past.source()).map(Workbench.Unit::source).orElse(past.source());
            children.current().mute(true);
            Workbench.Result result = bench().evaluate(take, source);
            children.current().mute(false);
            stopButton.release();
            return result;
        }

        Restored restored() {
            List<String> gone = likeness.lostOf(lost);
            return Engine.this.restored(gone, likeness);
        }
    }

    private static List<String> named(List<String> names, Past past) {
        return names.isEmpty() ? List.of(past.source()) : names;
    }

    /// A thread that a snippet left behind may have ended the JVM since.
    private Optional<Evaluated> mendIfBroken() {
        ChildJvm child = children.current();
        if (child.alive()) {
            return Optional.empty();
        }
        Demise demise = Demise.between(child, bench().control().journal());
        return Optional.of(new Evaluated("", "", mended(demise, List.of())));
    }

    /// Puts another JVM in the place of one that died.
    ///
    /// @param unfinished what the snippet declares that was running
    private Outcome.JvmDied mended(Demise demise, List<String> unfinished) {
        history.replaceAll(past -> past.id().equals(demise.snippetId()) ? past.thatDied() : past);
        Set<String> lost = new LinkedHashSet<>(demise.names());
        lost.addAll(unfinished);
        Revival revival = new Revival(children, principals, stopButton, surroundings.replay());
        Set<String> names = new LinkedHashSet<>(unfinished);
        names.addAll(revival.of(bench().control().journal(), lost));
        Restored restored = restored(List.copyOf(names), revival.likeness());
        return new Outcome.JvmDied(demise.death(), demise.snippetId(), restored);
    }

    /// Names each variable once.
    private Restored restored(List<String> lost, Likeness likeness) {
        List<String> others = new ArrayList<>(likeness.others());
        others.removeAll(lost);
        List<String> older = new ArrayList<>(older());
        older.removeAll(lost);
        older.removeAll(others);
        return new Restored(lost, older, others);
    }

    /// The variables that snippets which were stopped name: they may have changed them. Where the
    /// value was noted then, it is as it was.
    private Set<String> older() {
        Map<String, String> values = new HashMap<>();
        Set<String> older = new LinkedHashSet<>();
        for (Past past : history) {
            values.putAll(past.values());
            if (past.result() == Past.Result.STOPPED) {
                bench().variablesIn(past.source()).stream()
                        .filter(name -> !Noted.isWhole(values.getOrDefault(name, "")))
                        .forEach(older::add);
            }
        }
        return older;
    }

    private void startAfresh() {
        stopButton.release();
        workbench.then(Workbench::close);
        workbench = newWorkbench();
        children.replace();
    }

    private Soon<Workbench> newWorkbench() {
        LearnerControl control = new LearnerControl(children, principals, stopButton);
        return Soon.begin(
                "rolecall snippet compiler", () -> new Workbench(control, classPath.get()));
    }

    private Workbench bench() {
        return workbench.get();
    }

    private static boolean wentWell(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Value v -> true;
            case Outcome.Declared d -> true;
            case Outcome.Done d -> true;
            case Outcome.CompileError e -> false;
            case Outcome.AwsRefused r -> false;
            case Outcome.Threw t -> false;
            case Outcome.Stopped s -> false;
            case Outcome.JvmDied d -> false;
        };
    }
}
