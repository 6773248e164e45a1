package dev.rolecall.snippet;

import dev.rolecall.snippet.agent.Request;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/// JShell, set up for a lab: it compiles here and executes in the child; ids and names are ours, so
/// that `$5` is `$5` again after a resume.
final class Workbench implements AutoCloseable {
    /// Compiled where it is needed: the first snippet waits for this class.
    private static final String NAME = "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*";

    private final LearnerControl control;
    private final JShell jshell;
    private final Outcomes outcomes;
    private final PreferredImports preferred = new PreferredImports();
    private String id = "0";
    private int snippetsOfId;

    Workbench(LearnerControl control, List<Path> classPath) {
        this.control = control;
        jshell =
                JShell.builder()
                        .executionEngine(new Provider(control), Map.of())
                        .compilerOptions("-classpath", ChildClassPath.text(classPath), "-proc:none")
                        .idGenerator((snippet, number) -> nextId())
                        .tempVariableNameGenerator(() -> "$" + id)
                        .build();
        outcomes = new Outcomes(jshell);
        jshell.eval(Imports.snippet());
    }

    /// One snippet of a text, and what follows it.
    ///
    /// @param typed as it stands in the text
    /// @param source with the semicolon that was left away
    record Unit(String typed, String source, String rest) {}

    /// What came of a snippet.
    ///
    /// @param outcomes one, or several for `int a = 1, b = 2;`; none if the JVM died
    /// @param names what it declares
    /// @param demise how the JVM died, if it did
    record Result(
            List<Outcome> outcomes, Past.Result past, List<String> names, Optional<Demise> demise) {

        /// How the values look that it gave, by the names of the variables.
        Map<String, String> looks() {
            return outcomes.stream()
                    .filter(Outcome.Value.class::isInstance)
                    .map(Outcome.Value.class::cast)
                    .collect(
                            Collectors.toMap(
                                    Outcome.Value::name,
                                    value -> Looks.of(value.text()),
                                    (_, last) -> last));
        }
    }

    /// The first snippet of a text; empty if there are only blanks and comments.
    Optional<Unit> first(String text) {
        CompletionInfo info = jshell.sourceCodeAnalysis().analyzeCompletion(text);
        return switch (info.completeness()) {
            case EMPTY -> Optional.empty();
            case COMPLETE ->
                    Optional.of(new Unit(info.source().strip(), info.source(), info.remaining()));
            case COMPLETE_WITH_SEMI ->
                    Optional.of(new Unit(text.strip(), info.source(), info.remaining()));
            // the compiler says what is wrong or missing
            case CONSIDERED_INCOMPLETE, DEFINITELY_INCOMPLETE, UNKNOWN ->
                    Optional.of(new Unit(text.strip(), text, ""));
        };
    }

    Completeness analyse(String text) {
        CompletionInfo info = jshell.sourceCodeAnalysis().analyzeCompletion(text);
        return switch (info.completeness()) {
            case EMPTY -> Completeness.EMPTY;
            case UNKNOWN -> Completeness.WRONG;
            case CONSIDERED_INCOMPLETE, DEFINITELY_INCOMPLETE -> Completeness.INCOMPLETE;
            case COMPLETE, COMPLETE_WITH_SEMI -> {
                Completeness rest =
                        info.remaining().isBlank() ? Completeness.EMPTY : analyse(info.remaining());
                yield rest == Completeness.EMPTY ? Completeness.COMPLETE : rest;
            }
        };
    }

    Completion complete(String text, int cursor) {
        int[] anchor = {cursor};
        Map<String, Boolean> candidates = new LinkedHashMap<>();
        for (Suggestion each :
                jshell.sourceCodeAnalysis().completionSuggestions(text, cursor, anchor)) {
            candidates.merge(each.continuation(), each.matchesType(), Boolean::logicalOr);
        }
        return new Completion(
                anchor[0],
                candidates.entrySet().stream()
                        .map(e -> new Completion.Candidate(e.getKey(), e.getValue()))
                        .sorted((a, b) -> Boolean.compare(b.fits(), a.fits()))
                        .toList());
    }

    /// Compiles and runs one snippet.
    Result evaluate(LearnerControl.Take take, String source) {
        control.begin(LearnerControl.Take.NONE);
        id = "0";
        preferred.wantedBy(source).forEach(jshell::eval);
        id = take.snippetId();
        snippetsOfId = 0;
        control.begin(take);
        List<Outcome> gave = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<SnippetEvent> events = jshell.eval(source);
        for (SnippetEvent event : events) {
            if (isPrimary(event)) {
                gave.add(outcomes.of(event, control.refusal()));
                names.add(Outcomes.name(event.snippet()));
            }
        }
        names.removeIf(String::isEmpty);
        control.journal().named(id, names);
        return result(gave, names);
    }

    private Result result(List<Outcome> gave, List<String> names) {
        if (control.demise().isPresent()) {
            return new Result(List.of(), control.result(), names, control.demise());
        }
        if (gave.stream().anyMatch(Outcome.CompileError.class::isInstance)) {
            return new Result(gave, Past.Result.NOT_COMPILED, names, Optional.empty());
        }
        return control.result() == Past.Result.STOPPED
                ? new Result(
                        List.of(new Outcome.Stopped()),
                        Past.Result.STOPPED,
                        names,
                        Optional.empty())
                : new Result(gave, control.result(), names, Optional.empty());
    }

    List<Variable> variables() {
        control.begin(LearnerControl.Take.NONE);
        return jshell.variables()
                .filter(v -> jshell.status(v) == Snippet.Status.VALID)
                .map(v ->
                        new Variable(
                                v.name(), Outcomes.asWritten(v.typeName()), jshell.varValue(v)))
                .toList();
    }

    /// The variables that a source names.
    List<String> variablesIn(String source) {
        Set<String> words =
                Pattern.compile(NAME)
                        .matcher(source)
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.toSet());
        return valid().map(VarSnippet::name).filter(words::contains).toList();
    }

    VariableCredentials credentialsOf(String name) {
        Optional<VarSnippet> variable = valid().filter(v -> v.name().equals(name)).findFirst();
        if (variable.isEmpty()) {
            return new VariableCredentials.NoVariable();
        }
        try {
            List<String> answer =
                    control.ask(Request.CREDENTIALS, List.of(name, home(variable.get())));
            return switch (answer.size()) {
                case 0 -> new VariableCredentials.None();
                case 1 -> new VariableCredentials.Failed(answer.getFirst());
                default -> new VariableCredentials.Held(CredentialsValue.of(answer));
            };
        } catch (ExecutionControl.StoppedException e) {
            return new VariableCredentials.Failed("stopped");
        }
    }

    /// The names of the variables that may hold credentials.
    List<String> holders() {
        try {
            return control.ask(
                    Request.HOLDERS, valid().flatMap(v -> Stream.of(v.name(), home(v))).toList());
        } catch (ExecutionControl.StoppedException e) {
            return List.of();
        }
    }

    /// Notes what a snippet left in the variables, once it has run.
    ///
    /// @param looks how the values look that it gave, by name
    List<Noted> note(Map<String, String> looks) {
        List<String> there =
                valid().flatMap(v ->
                                Stream.of(
                                        v.name(), home(v), looks.containsKey(v.name()) ? "+" : ""))
                        .toList();
        return there.isEmpty() ? List.of() : control.note(there, looks);
    }

    /// Puts the variables to what was noted when a snippet ran first.
    ///
    /// @param values by name
    /// @param looks how the values look that it gave now
    void settle(Map<String, String> values, Map<String, String> looks, Likeness likeness) {
        List<Noted> noted =
                valid().filter(v -> values.containsKey(v.name()))
                        .map(v -> new Noted(v.name(), home(v), values.getOrDefault(v.name(), "")))
                        .toList();
        likeness.after(noted, looks.values(), control.settle(noted));
    }

    private Stream<VarSnippet> valid() {
        return jshell.variables().filter(v -> jshell.status(v) == Snippet.Status.VALID);
    }

    /// The class that JShell put a variable in.
    private String home(VarSnippet variable) {
        return jshell.sourceCodeAnalysis().wrapper(variable).fullClassName();
    }

    LearnerControl control() {
        return control;
    }

    @Override
    public void close() {
        jshell.close();
    }

    private String nextId() {
        snippetsOfId++;
        return snippetsOfId == 1 ? id : id + "." + snippetsOfId;
    }

    /// Others tell of older snippets that this one completed or replaced. JShell is not annotated:
    /// the cause is null for a primary one.
    private static boolean isPrimary(SnippetEvent event) {
        return Optional.ofNullable(event.causeSnippet()).isEmpty();
    }

    private record Provider(LearnerControl control) implements ExecutionControlProvider {
        @Override
        public String name() {
            return "rolecall";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
            return control;
        }
    }
}
