package dev.rolecall.s3;

import dev.rolecall.fault.AwsError;
import dev.rolecall.iam.Caller;
import dev.rolecall.policy.PrincipalNames;
import dev.rolecall.wire.AwsService;
import dev.rolecall.wire.Operation;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.core.SdkPojo;

/// Sends authorised requests to the container, and notices what they change.
final class Sender {
    private final Container container;
    private final KnownBuckets buckets;
    private final KnownUploads uploads;
    private final CopySources sources;
    private final PrincipalNames names;
    private final Clock clock;
    private final AtomicLong writes = new AtomicLong();

    Sender(
            Container container,
            KnownBuckets buckets,
            KnownUploads uploads,
            CopySources sources,
            PrincipalNames names,
            Clock clock) {
        this.container = container;
        this.buckets = buckets;
        this.uploads = uploads;
        this.sources = sources;
        this.names = names;
        this.clock = clock;
    }

    Clock clock() {
        return clock;
    }

    /// The bucket that a request names, whose owner must be the one that it expects.
    Bucket bucket(SdkPojo request) {
        Bucket bucket = buckets.existing(Members.bucket(request));
        Store.expectOwner(bucket, Members.text(request, "ExpectedBucketOwner"));
        return bucket;
    }

    Stage stage(Caller caller, Optional<Bucket> bucket) {
        return new Stage(caller, bucket, uploads, sources, names, clock);
    }

    /// Sends a request without a body in the name of the bucket's owner.
    <R> R send(Bucket bucket, SdkPojo request, Class<R> response) {
        return send(bucket.account(), request, response);
    }

    /// The same, in the name of an account.
    <R> R send(String account, SdkPojo request, Class<R> response) {
        return response.cast(
                send(
                        Container.operation(request),
                        account,
                        request,
                        InputStream.nullInputStream()));
    }

    /// Sends any request. Nobody knows what a write did that got no answer: it counts as done.
    Object send(Operation operation, String account, SdkPojo request, InputStream body) {
        String bucket = Members.bucket(request);
        try {
            long length = Members.value(request, "ContentLength", Long.class).orElse(0L);
            SdkPojo sent = Outgoing.of(operation.name(), request);
            Object answer = container.forward().call(operation, account, sent, body, length);
            return ListTexts.in(new Owners(account, uploads).in(Arriving.of(answer)));
        } catch (AwsError e) {
            throw buckets.noticed(bucket, Answers.ours(e, request));
        } finally {
            notice(operation, bucket);
        }
    }

    private void notice(Operation operation, String bucket) {
        String name = operation.name();
        if (name.startsWith("Get") || name.startsWith("Head") || name.startsWith("List")) {
            return;
        }
        writes.incrementAndGet();
        if (name.equals("DeleteBucket")) {
            uploads.forget(bucket);
        }
        if (name.contains("Bucket") || name.contains("PublicAccessBlock")) {
            buckets.changed(bucket);
        }
    }

    /// Grows with each write that was sent.
    long writes() {
        return writes.get();
    }

    static boolean isS3(Operation operation) {
        return operation.service() == AwsService.S3 && operation.hasModelClass();
    }
}
