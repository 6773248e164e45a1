package dev.rolecall.localstack.container;

import dev.rolecall.fault.UserError;
import java.net.URI;
import java.util.function.Consumer;

/// One LocalStack: started by us in a container of our own, or given by its address.
///
/// Ours is removed when it is closed, when the JVM ends in any way that runs shutdown hooks, by
/// Ryuk when the JVM is killed, and where Ryuk cannot run by the next shell that starts one.
public sealed interface Container extends AutoCloseable permits StartedContainer, GivenContainer {
    /// The last public image that asks for no licence token.
    String IMAGE = "localstack/localstack:4.14.0";

    /// What became of a LocalStack.
    enum State {
        /// The engine says that it runs, or it answers.
        RUNNING,
        /// Its processes are frozen, by `docker pause`: it takes connections and answers nothing.
        PAUSED,
        /// It is not there any more, and neither is what it held.
        GONE,
        /// Neither the engine nor LocalStack itself answers.
        UNKNOWN
    }

    /// Starts one in the background and returns at once. [#endpoint()] waits for it.
    ///
    /// @param image the image's name, such as [#IMAGE]; pulled if the engine does not have it
    /// @param progress takes a line for people, about one a second at most, from another thread
    static Container start(String image, Consumer<String> progress) {
        return StartedContainer.start(image, progress);
    }

    /// Takes one that runs already. It is neither stopped nor removed by us. Waits up to 6 s for it
    /// to say how it is.
    ///
    /// @param endpoint such as `http://localhost:4566`
    /// @throws UserError if no LocalStack answers there, or one that has no IAM or no S3
    static Container given(URI endpoint) {
        return GivenContainer.at(endpoint);
    }

    /// Where it listens. Waits until LocalStack is ready: some seconds, longer if its image has to
    /// be pulled first.
    ///
    /// @throws UserError if it cannot be started, each time that it is asked
    URI endpoint();

    /// Asks what became of it; answers within 2 s. One that is still starting is [State#UNKNOWN].
    State state();

    /// Whether it is there and not paused.
    default boolean alive() {
        return state() == State.RUNNING;
    }

    /// Whether it was started by us: then nothing was in it before.
    boolean ours();

    /// Removes a container of ours, also one that is just being started; no exception. Waits 10 s
    /// at most for an engine that does not answer. May be called again.
    @Override
    void close();
}
