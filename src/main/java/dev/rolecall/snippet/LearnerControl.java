package dev.rolecall.snippet;

import dev.rolecall.snippet.Journal.Call;
import dev.rolecall.snippet.agent.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import jdk.jshell.spi.ExecutionControl;

/// What JShell believes to be its remote JVM. Behind it a child may die and another take its place:
/// JShell, which would shut down, only sees a snippet that was stopped.
final class LearnerControl implements ExecutionControl {
    private final Children children;
    private final Principals principals;
    private final StopButton stopButton;
    private final Journal journal = new Journal();
    private Take take = Take.NONE;
    private Optional<Demise> demise = Optional.empty();
    private Past.Result result = Past.Result.RAN;

    LearnerControl(Children children, Principals principals, StopButton stopButton) {
        this.children = children;
        this.principals = principals;
        this.stopButton = stopButton;
    }

    /// A snippet's turn: its id, and who is told when its code runs.
    record Take(String snippetId, Consumer<String> begin, Consumer<String> end) {
        static final Take NONE = new Take("", id -> {}, id -> {});
    }

    /// The next commands are those of this snippet.
    void begin(Take next) {
        take = next;
        demise = Optional.empty();
        result = Past.Result.RAN;
    }

    /// How the child died, if it did since [#begin].
    Optional<Demise> demise() {
        return demise;
    }

    /// How the code ended, since [#begin]; `RAN` if there was no code to run.
    Past.Result result() {
        return result;
    }

    /// AWS's answer in what the code threw: service, code, status, message, request id.
    Optional<List<String>> refusal() {
        return result == Past.Result.THREW ? children.current().refusal() : Optional.empty();
    }

    Journal journal() {
        return journal;
    }

    /// Notes the variables' values, those that changed and those that were shown.
    ///
    /// @param there name and class of every variable, and `+` if it was shown
    /// @param looks how those look that were shown, by name
    List<Noted> note(List<String> there, Map<String, String> looks) {
        try {
            List<Noted> noted =
                    Noted.from(children.current().ask(Request.NOTE, there)).stream()
                            .map(each ->
                                    each.isUnknown() && looks.containsKey(each.name())
                                            ? each.looking(looks.getOrDefault(each.name(), ""))
                                            : each)
                            .toList();
            journal.noted(noted);
            return noted;
        } catch (ExecutionControlException e) {
            // the next evaluation finds the child dead, and says so
            return List.of();
        }
    }

    /// Puts the variables to what was noted.
    ///
    /// @return the names of those that have another value
    List<String> settle(List<Noted> noted) {
        journal.noted(noted);
        try {
            return children.current().ask(Request.SETTLE, Noted.texts(noted));
        } catch (ExecutionControlException e) {
            return List.of();
        }
    }

    /// Asks about variables in a way that may run the learner's code, such as a provider's.
    ///
    /// @param variables name and class of each
    List<String> ask(Request request, List<String> variables) throws StoppedException {
        ChildJvm child = children.current();
        try {
            begin(child);
            principals.tell(child, principals.current());
            return child.ask(request, variables);
        } catch (StoppedException e) {
            throw e;
        } catch (ExecutionControlException e) {
            // the next evaluation finds the child dead, if it is
            throw new StoppedException();
        } finally {
            stopButton.end();
        }
    }

    @Override
    public void load(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException {
        journal.loaded(take.snippetId(), classes);
        ChildJvm child = children.current();
        try {
            child.snippet(take.snippetId());
            child.control().load(classes);
        } catch (EngineTerminationException e) {
            demise = Optional.of(Demise.between(child, journal));
        }
    }

    @Override
    public void redefine(ClassBytecodes[] classes) throws NotImplementedException {
        throw new NotImplementedException("classes are replaced by new ones, not redefined");
    }

    @Override
    public String invoke(String className, String method) throws RunException {
        ChildJvm child = children.current();
        CredentialsValue actingAs = principals.current();
        Call call = journal.called(take.snippetId(), actingAs, className, method);
        take.begin().accept(take.snippetId());
        try {
            call.run(begin(child));
            principals.tell(child, actingAs);
            String value = child.control().invoke(className, method);
            result = Past.Result.RAN;
            return value;
        } catch (UserException | ResolutionException e) {
            result = Past.Result.THREW;
            throw e;
        } catch (InternalException e) {
            // JShell would pass over it in silence
            result = Past.Result.THREW;
            throw new UserException(
                    e.getMessage(), InternalError.class.getName(), new StackTraceElement[0]);
        } catch (StoppedException e) {
            result = Past.Result.STOPPED;
            throw e;
        } catch (EngineTerminationException e) {
            Demise how = Demise.during(call, child, journal);
            demise = Optional.of(how);
            // it may have been another's doing
            result = call.result() == Past.Result.DIED ? Past.Result.DIED : Past.Result.STOPPED;
            throw new StoppedException();
        } finally {
            call.result(result);
            stopButton.end();
            take.end().accept(take.snippetId());
        }
    }

    @Override
    public String varValue(String className, String name) throws RunException, InternalException {
        ChildJvm child = children.current();
        try {
            begin(child);
            principals.tell(child, principals.current());
            return child.control().varValue(className, name);
        } catch (EngineTerminationException e) {
            // a `toString()` did it; the next evaluation finds the child dead
            throw new StoppedException();
        } finally {
            stopButton.end();
        }
    }

    /// Begins a run, and says which.
    private long begin(ChildJvm child) throws StoppedException {
        OptionalLong run = demise.isPresent() ? OptionalLong.empty() : stopButton.begin(child);
        return run.orElseThrow(StoppedException::new);
    }

    @Override
    public void addToClasspath(String path) throws InternalException {
        throw new NotImplementedException("the class path is fixed");
    }

    /// Never through JShell: [StopButton] does it.
    @Override
    public void stop() {}

    @Override
    public Object extensionCommand(String command, Object argument) throws InternalException {
        throw new NotImplementedException(command);
    }

    @Override
    public void close() {}
}
