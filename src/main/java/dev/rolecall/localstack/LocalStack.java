package dev.rolecall.localstack;

import dev.rolecall.fault.UserError;
import dev.rolecall.iam.Iam;
import dev.rolecall.iam.Ids;
import dev.rolecall.iam.Mirror;
import dev.rolecall.localstack.client.Clients;
import dev.rolecall.localstack.container.Container;
import dev.rolecall.localstack.mirror.Adopted;
import dev.rolecall.localstack.mirror.EntityRef;
import dev.rolecall.localstack.mirror.MirroredIam;
import dev.rolecall.localstack.s3.S3Forward;
import dev.rolecall.localstack.s3.S3Rewind;
import dev.rolecall.s3.Forward;
import dev.rolecall.wire.Operation;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;

/// One LocalStack behind a cloud. It may still be starting: then whoever needs it waits.
public final class LocalStack implements AutoCloseable {
    private static final int LOOKS = 3;

    private final Opening<Container> container;
    private final Opening<Lines> lines;
    private final MirroredIam mirrored;

    /// The ways into the container.
    private record Lines(Clients clients, S3Forward s3) {}

    private LocalStack(Supplier<Container> container, Ids ids) {
        this.container = Opening.begin(container);
        this.lines = Opening.begin(this::connect);
        this.mirrored = new MirroredIam(ids);
    }

    /// Starts one in a container of our own; returns at once.
    ///
    /// @param image such as [Container#IMAGE]
    /// @param ids makes ids for what is taken over from it
    /// @param progress takes a line for people now and then, from another thread
    public static LocalStack start(String image, Ids ids, Consumer<String> progress) {
        return new LocalStack(() -> Container.start(image, progress), ids);
    }

    /// Takes one that runs already; returns at once.
    public static LocalStack given(URI endpoint, Ids ids) {
        return new LocalStack(() -> Container.given(endpoint), ids);
    }

    private Lines connect() {
        URI endpoint = container.get().endpoint();
        Clients clients = new Clients(endpoint);
        return new Lines(clients, new S3Forward(clients));
    }

    /// Takes IAM's changes to it; nothing is sent before [#attach].
    public Mirror mirror() {
        return mirrored.mirror();
    }

    /// Carries S3's requests out in it.
    public Forward forward() {
        return this::forward;
    }

    private Object forward(
            Operation operation, String account, SdkPojo request, InputStream body, long length) {
        return lines.get().s3().call(operation, account, request, body, length);
    }

    /// Waits until it is there, and makes IAM and its mirror agree: one of our own gets what we
    /// have, one that others use is taken over first.
    ///
    /// @return what a person should know, a line each
    /// @throws UserError if it cannot be had
    public List<String> attach(Iam iam) {
        Clients clients = lines.get().clients();
        if (container.get().ours()) {
            return mirrored.attachOwn(iam, clients);
        }
        return told(mirrored.attachShared(iam, clients));
    }

    /// What a person should know of something that was taken over, a line each.
    public static List<String> told(Adopted adopted) {
        List<String> lines = new ArrayList<>();
        if (!adopted.adopted().isEmpty()) {
            lines.add(
                    "Taken over from LocalStack: "
                            + String.join(
                                    ", ",
                                    adopted.adopted().stream().map(EntityRef::toString).toList())
                            + ".");
        }
        lines.addAll(adopted.problems());
        if (!adopted.needNewKey().isEmpty()) {
            lines.add(
                    "Nobody knows the secrets of these access keys, so whoever has them needs a new one: "
                            + String.join(", ", adopted.needNewKey())
                            + ".");
        }
        return lines;
    }

    /// IAM in it, once it is attached.
    public MirroredIam iam() {
        return mirrored;
    }

    /// Brings S3 in it back to what it was, as far as that can be done.
    public S3Rewind rewind() {
        return new S3Rewind(lines.get().clients());
    }

    /// Looks whether it is there to do its part; takes some milliseconds, and some seconds where
    /// nobody answers.
    ///
    /// @throws UserError if it is gone, paused, or silent
    public void expectAnswers() {
        Container one = container.get();
        String where = "LocalStack at " + one.endpoint();
        switch (state(one)) {
            case RUNNING -> {}
            case PAUSED ->
                    throw new UserError(
                            where + " is paused",
                            "wake it with docker unpause; docker ps shows its container");
            case GONE ->
                    throw new UserError(
                            where + " is gone",
                            one.ours()
                                    ? "start rolecall again: what IAM had is put back"
                                    : "start it, and rolecall, again");
            case UNKNOWN ->
                    throw new UserError(
                            where + " does not answer", "see whether it is paused or overloaded");
        }
    }

    /// One that is busy gets another chance.
    private static Container.State state(Container container) {
        Container.State state = container.state();
        for (int look = 1; state == Container.State.UNKNOWN && look < LOOKS; look++) {
            state = container.state();
        }
        return state;
    }

    /// Removes a container of ours, also one that is still starting.
    @Override
    public void close() {
        mirrored.detach();
        lines.ifThere(open -> open.s3().close());
        container.ifThere(Container::close);
    }
}
