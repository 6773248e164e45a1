package dev.rolecall.snippet;

import dev.rolecall.snippet.agent.StackLines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/// Reads JShell's events.
final class Outcomes {
    /// A class's simple name, perhaps behind its package.
    private static final Pattern TYPE =
            Pattern.compile("(?<![\\w.$])((?:[a-z]\\w*\\.)*)([A-Z]\\w*)");

    private final JShell jshell;

    Outcomes(JShell jshell) {
        this.jshell = jshell;
    }

    /// @param refusal AWS's answer in what it threw: service, code, status, message, request id
    Outcome of(SnippetEvent event, Optional<List<String>> refusal) {
        Snippet snippet = event.snippet();
        return switch (event.status()) {
            case REJECTED ->
                    new Outcome.CompileError(
                            Problems.in(jshell.diagnostics(snippet), snippet.source()));
            case RECOVERABLE_DEFINED, RECOVERABLE_NOT_DEFINED -> declared(snippet);
            case VALID, OVERWRITTEN, DROPPED, NONEXISTENT -> ran(event, refusal);
        };
    }

    private Outcome ran(SnippetEvent event, Optional<List<String>> refusal) {
        return switch (exception(event)) {
            case EvalException thrown -> threw(thrown, refusal);
            case UnresolvedReferenceException unresolved -> unresolved(unresolved);
            case null, default -> value(event);
        };
    }

    private Outcome threw(EvalException thrown, Optional<List<String>> refusal) {
        List<String> at = StackLines.learners(thrown.getStackTrace());
        return refusal.<Outcome>map(r ->
                        new Outcome.AwsRefused(
                                r.get(0),
                                r.get(1),
                                Integer.parseInt(r.get(2)),
                                r.get(3),
                                r.get(4),
                                at))
                .orElseGet(() ->
                        new Outcome.Threw(
                                simple(thrown.getExceptionClassName()),
                                learners(text(thrown.getMessage())),
                                at,
                                causes(thrown)));
    }

    /// The JVM's messages call a variable by the class that JShell put it in: `REPL.$JShell$7.n`.
    private static String learners(String message) {
        return message.replaceAll("REPL\\.\\$JShell\\$\\w+\\.", "");
    }

    private static List<String> causes(EvalException thrown) {
        List<String> causes = new ArrayList<>();
        Throwable cause = thrown.getCause();
        while (cause instanceof EvalException each && causes.size() < 10) {
            String message = learners(text(each.getMessage()));
            causes.add(
                    simple(each.getExceptionClassName())
                            + (message.isEmpty() ? "" : ": " + message));
            cause = each.getCause();
        }
        return causes;
    }

    private Outcome unresolved(UnresolvedReferenceException unresolved) {
        DeclarationSnippet snippet = unresolved.getSnippet();
        String waiting = String.join(", ", jshell.unresolvedDependencies(snippet).toList());
        return new Outcome.Threw(
                "UnresolvedReferenceException",
                "%s cannot be used until %s is declared".formatted(name(snippet), waiting),
                StackLines.learners(unresolved.getStackTrace()),
                List.of());
    }

    private Outcome value(SnippetEvent event) {
        String value = text(valueOf(event));
        return switch (event.snippet()) {
            case VarSnippet variable when !value.isEmpty() ->
                    new Outcome.Value(variable.name(), asWritten(variable.typeName()), value);
            case ExpressionSnippet expression when !value.isEmpty() ->
                    new Outcome.Value(expression.name(), asWritten(expression.typeName()), value);
            case DeclarationSnippet declaration -> declared(declaration);
            case ImportSnippet imported -> declared(imported);
            default -> new Outcome.Done();
        };
    }

    private Outcome declared(Snippet snippet) {
        List<String> waiting =
                snippet instanceof DeclarationSnippet declaration
                        ? jshell.unresolvedDependencies(declaration).toList()
                        : List.of();
        return new Outcome.Declared(what(snippet), name(snippet), waiting);
    }

    private static Outcome.Declared.What what(Snippet snippet) {
        return switch (snippet.subKind()) {
            case METHOD_SUBKIND -> Outcome.Declared.What.METHOD;
            case CLASS_SUBKIND -> Outcome.Declared.What.CLASS;
            case RECORD_SUBKIND -> Outcome.Declared.What.RECORD;
            case ENUM_SUBKIND -> Outcome.Declared.What.ENUM;
            case INTERFACE_SUBKIND -> Outcome.Declared.What.INTERFACE;
            case ANNOTATION_TYPE_SUBKIND -> Outcome.Declared.What.ANNOTATION;
            case SINGLE_TYPE_IMPORT_SUBKIND,
                    TYPE_IMPORT_ON_DEMAND_SUBKIND,
                    SINGLE_STATIC_IMPORT_SUBKIND,
                    STATIC_IMPORT_ON_DEMAND_SUBKIND,
                    MODULE_IMPORT_SUBKIND ->
                    Outcome.Declared.What.IMPORT;
            default -> Outcome.Declared.What.VARIABLE;
        };
    }

    /// The name that a person would call it by.
    static String name(Snippet snippet) {
        return switch (snippet) {
            case MethodSnippet method -> method.name() + "(" + method.parameterTypes() + ")";
            case TypeDeclSnippet type -> type.name();
            case ImportSnippet imported -> imported.fullname();
            case VarSnippet variable -> variable.name();
            case ExpressionSnippet expression -> expression.name();
            default -> "";
        };
    }

    /// A text with types without their packages, as the imports let the learner write them; two
    /// different ones of the same name keep theirs.
    static String asWritten(String text) {
        Map<String, Set<String>> packages = new HashMap<>();
        TYPE.matcher(text)
                .results()
                .forEach(type ->
                        packages.computeIfAbsent(type.group(2), _ -> new HashSet<>())
                                .add(type.group(1)));
        return TYPE.matcher(text)
                .replaceAll(type ->
                        Matcher.quoteReplacement(
                                packages.getOrDefault(type.group(2), Set.of()).size() > 1
                                        ? type.group()
                                        : type.group(2)));
    }

    private static String simple(String className) {
        return className.substring(
                Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /// JShell is not annotated: this may be null.
    private static @Nullable String valueOf(SnippetEvent event) {
        return event.value();
    }

    private static @Nullable Exception exception(SnippetEvent event) {
        return event.exception();
    }
}
