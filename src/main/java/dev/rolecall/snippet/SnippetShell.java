package dev.rolecall.snippet;

import java.util.List;
import java.util.function.Consumer;

/// Runs a learner's Java, snippet by snippet.
///
/// One evaluation at a time; [#stop()] may be called from any thread, everything else from one.
public final class SnippetShell implements AutoCloseable {

    private final Engine engine;

    private SnippetShell(Engine engine) {
        this.engine = engine;
    }

    /// Starts a shell. Returns at once: the child and the compiler warm up in the background, and
    /// the first call that needs them waits.
    ///
    /// @throws dev.rolecall.fault.UserError from the first such call, if the child cannot be
    ///   started
    public static SnippetShell start(ShellSettings settings, Surroundings surroundings) {
        return new SnippetShell(new Engine(settings, surroundings));
    }

    /// Evaluates a text that may hold several snippets, in order, up to the first that fails.
    ///
    /// @param told is told each outcome as soon as it is there; nothing for blanks and comments
    /// @return what did not run because of a failure before it; empty if everything ran
    public String evaluate(String text, Consumer<Evaluated> told) {
        return engine.evaluate(text, told);
    }

    /// Stops the snippet that runs, if any: at once where it can be, and where it cannot by
    /// replacing the JVM after about 1.5 s. Returns at once; [#evaluate] tells which.
    public void stop() {
        engine.stop();
    }

    /// Says whether a text is complete.
    public Completeness analyse(String text) {
        return engine.analyse(text);
    }

    /// Proposes what could stand at the cursor.
    public Completion complete(String text, int cursor) {
        return engine.complete(text, cursor);
    }

    /// The learner's variables, in the order in which they were declared; not `iam`, `sts` and
    /// `s3`.
    public List<Variable> variables() {
        return engine.variables();
    }

    /// Changes who is current: `iam`, `sts` and `s3`, and clients that are made from now on, act as
    /// this principal. Clients made before keep theirs.
    public void become(CredentialsValue credentials) {
        engine.become(credentials);
    }

    /// Who is current.
    public CredentialsValue current() {
        return engine.current();
    }

    /// The credentials in a variable of the learner's: one that holds STS's `Credentials` or a
    /// response with them, an IAM `AccessKey`, the SDK's `AwsCredentials`, what `as(…)` returned,
    /// or a provider. A provider is asked, as who is current; [#stop()] stops it.
    public VariableCredentials credentialsOf(String variable) {
        return engine.credentialsOf(variable);
    }

    /// The names of the variables in which [#credentialsOf] would look; no provider is asked.
    public List<String> credentialHolders() {
        return engine.credentialHolders();
    }

    /// All snippets so far, those of earlier shells that were restored included.
    public List<Past> history() {
        return engine.history();
    }

    /// Forgets everything, takes a fresh JVM, and runs these snippets again in order, their output
    /// suppressed; those that were stopped, cost their JVM or did not compile are kept in the
    /// history but do not run. For a resume and for an undo. Who is current afterwards is who was
    /// before.
    public Restored restore(List<Past> history) {
        return engine.restore(history);
    }

    /// Forgets everything and takes a fresh JVM. Who is current stays.
    public void reset() {
        engine.reset();
    }

    @Override
    public void close() {
        engine.close();
    }
}
