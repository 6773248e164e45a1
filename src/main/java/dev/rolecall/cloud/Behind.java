package dev.rolecall.cloud;

import dev.rolecall.fault.UserError;
import dev.rolecall.guard.Recorded;
import dev.rolecall.iam.Iam;
import dev.rolecall.iam.Ids;
import dev.rolecall.localstack.LocalStack;
import dev.rolecall.localstack.mirror.Difference;
import dev.rolecall.localstack.mirror.EntityRef;
import dev.rolecall.localstack.mirror.MirrorState;
import dev.rolecall.s3.S3;
import dev.rolecall.s3.S3State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A LocalStack behind a cloud: requests wait until IAM and its mirror agree.
final class Behind implements AutoCloseable {
    private final LocalStack localStack;
    private final Consumer<String> progress;
    private final CompletableFuture<Void> open = new CompletableFuture<>();
    private volatile boolean closed;

    private Behind(LocalStack localStack, Consumer<String> progress) {
        this.localStack = localStack;
        this.progress = progress;
    }

    static Optional<Behind> of(Backing backing, Ids ids, Consumer<String> progress) {
        return switch (backing) {
            case Backing.Embedded() -> Optional.empty();
            case Backing.Container(String image) ->
                    Optional.of(new Behind(LocalStack.start(image, ids, progress), progress));
            case Backing.Running(var endpoint) ->
                    Optional.of(new Behind(LocalStack.given(endpoint, ids), progress));
        };
    }

    LocalStack localStack() {
        return localStack;
    }

    /// Begins to attach IAM, in the background; says what a person should know of it.
    ///
    /// @param kept what S3 had when it was last looked at
    /// @param requests all that were ever made
    /// @param attached is run before the first request is answered
    void open(Iam iam, S3 s3, S3State kept, List<Recorded> requests, Runnable attached) {
        Thread.ofPlatform()
                .daemon()
                .name("rolecall-localstack")
                .start(() -> {
                    try {
                        localStack.attach(iam).forEach(progress);
                        gone(known(kept, requests), s3.state()).ifPresent(progress);
                        s3.problems().forEach(progress);
                        attached.run();
                        open.complete(null);
                    } catch (RuntimeException | Error e) {
                        open.completeExceptionally(e);
                    }
                });
    }

    /// The buckets that were seen, and those that were made after that: the container may have died
    /// before it could be looked at again.
    private static Set<String> known(S3State kept, List<Recorded> requests) {
        Set<String> known = new HashSet<>(kept.buckets().keySet());
        for (Recorded request : requests) {
            if (request.succeeded()) {
                bucket(request, "s3:CreateBucket").ifPresent(known::add);
                bucket(request, "s3:DeleteBucket").ifPresent(known::remove);
            }
        }
        return known;
    }

    private static Optional<String> bucket(Recorded request, String action) {
        return request.asked().stream()
                .filter(asked -> asked.action().equals(action))
                .map(asked -> asked.resource().substring(asked.resource().lastIndexOf(':') + 1))
                .findFirst();
    }

    /// The buckets that went with an earlier container.
    private static Optional<String> gone(Set<String> known, S3State now) {
        Set<String> missing =
                known.stream()
                        .filter(name -> now.bucket(name).isEmpty())
                        .collect(Collectors.toSet());
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Gone with the earlier container, with all that was in them: bucket "
                                + missing.stream().sorted().collect(Collectors.joining(", ")));
    }

    /// Tells why requests never will be answered, once that is known. Whoever closed it before
    /// knows.
    void whenUnusable(Consumer<UserError> told) {
        var _ =
                open.whenComplete((_, why) -> {
                    if (why instanceof UserError e && !closed) {
                        told.accept(e);
                    }
                });
    }

    /// Waits until requests can be answered.
    ///
    /// @throws UserError why they cannot
    void await() {
        try {
            open.join();
        } catch (CompletionException e) {
            throw switch (e.getCause()) {
                case UserError told -> new UserError(told.what(), told.whatToDo());
                case RuntimeException bug -> bug;
                case null, default -> e;
            };
        }
    }

    boolean isOpen() {
        return open.isDone() && !open.isCompletedExceptionally();
    }

    void expectAnswers() {
        await();
        localStack.expectAnswers();
    }

    List<Difference> drift(String account) {
        await();
        return localStack.iam().drift(account);
    }

    List<Difference> drift(String account, Set<EntityRef> entities) {
        await();
        return localStack.iam().drift(account, entities);
    }

    List<String> adopt(String account) {
        await();
        return LocalStack.told(localStack.iam().adopt(account));
    }

    /// Brings IAM and S3 there back to a state, before ours goes back to it.
    ///
    /// @param since the requests that came since
    /// @return what could not be taken back, a line each
    List<String> rewind(CloudState wanted, Iam iam, S3 s3, List<Recorded> since) {
        expectAnswers();
        List<String> left = new ArrayList<>();
        s3.refresh();
        left.addAll(localStack.rewind().to(wanted.s3(), s3.state(), made(since), iam.names()));
        left.addAll(localStack.iam().put(wanted.iam()));
        return left;
    }

    /// What requests made: buckets, and objects that were written.
    private static Set<String> made(List<Recorded> requests) {
        return requests.stream()
                .filter(request -> request.succeeded() && request.service().equals("s3"))
                .flatMap(request -> request.asked().stream())
                .filter(asked ->
                        asked.action().equals("s3:CreateBucket")
                                || asked.action().equals("s3:PutObject"))
                .map(Recorded.Asked::resource)
                .collect(Collectors.toSet());
    }

    MirrorState mirrorState() {
        return localStack.iam().state();
    }

    void restore(MirrorState state) {
        localStack.iam().restore(state);
    }

    @Override
    public void close() {
        closed = true;
        localStack.close();
    }
}
