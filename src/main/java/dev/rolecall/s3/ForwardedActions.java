package dev.rolecall.s3;

import dev.rolecall.iam.Caller;
import dev.rolecall.wire.Operation;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkPojo;

/// Carries out most of S3's operations: each is played here first, and what is not refused goes to
/// the container in the name of the bucket's owner.
public final class ForwardedActions implements Carrier {
    private final Sender sender;
    private final Plays plays = Plays.all();
    private final Map<Operation, Optional<Plays.Play>> found = new ConcurrentHashMap<>();

    ForwardedActions(Sender sender) {
        this.sender = sender;
    }

    @Override
    public boolean has(Operation operation) {
        return play(operation).isPresent();
    }

    private Optional<Plays.Play> play(Operation operation) {
        return found.computeIfAbsent(
                operation, o -> Sender.isS3(o) ? plays.of(o.requestType()) : Optional.empty());
    }

    @Override
    public Object call(Operation operation, Caller caller, SdkPojo request, InputStream body) {
        Plays.Play play = play(operation).orElseThrow();
        Bucket bucket = sender.bucket(request);
        Members.text(request, "VersionId").ifPresent(Lookup::checkVersionId);
        Optional<Object> ours = play.on(sender.stage(caller, Optional.of(bucket)), request);
        if (!play.forwarded()) {
            return ours.orElseThrow();
        }
        Object theirs = sender.send(operation, bucket.account(), request, body);
        return ours.orElse(theirs);
    }
}
