package dev.rolecall.localstack.s3;

import dev.rolecall.fault.AwsError;
import dev.rolecall.localstack.client.Clients;
import dev.rolecall.s3.Forward;
import dev.rolecall.wire.Operation;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// Carries out S3's operations in one LocalStack. Bodies are streamed both ways; the container has
/// a request's last bytes only once the client's side of it was verified.
public final class S3Forward implements Forward, AutoCloseable {
    private final Clients clients;
    private final S3Failures failures;
    private final S3Methods methods = new S3Methods();
    private final S3Wrecks wrecks = new S3Wrecks();
    private final S3Patience patience = new S3Patience(Clients.SILENCE);

    /// @param endpoint where LocalStack listens, such as `http://127.0.0.1:4566`
    public S3Forward(URI endpoint) {
        this(new Clients(endpoint));
    }

    public S3Forward(Clients clients) {
        this.clients = clients;
        failures = new S3Failures(clients.endpoint());
    }

    @Override
    public Object call(
            Operation operation, String account, SdkPojo request, InputStream body, long length) {
        S3Client client = clients.s3(account);
        settle(request);
        SdkPojo written = S3Texts.outgoing(request);
        if (!operation.streamsIn()) {
            return send(client, operation, written, RequestBody.empty());
        }
        S3Upload upload = S3Upload.of(body, length);
        S3Sums.Sent sent = S3Sums.of((AwsRequest) written, upload, length);
        return upload.isShort()
                ? send(client, operation, sent.request(), sent.body())
                : stream(client, operation, sent, upload);
    }

    private Object send(S3Client client, Operation operation, SdkPojo request, RequestBody body) {
        try {
            return methods.call(client, operation, request, body);
        } catch (SdkException e) {
            throw failed(client, request, e);
        }
    }

    private Object stream(S3Client client, Operation operation, S3Sums.Sent sent, S3Upload upload) {
        S3Patience.Watched watched = patience.watch(upload);
        try (watched) {
            return methods.call(client, operation, sent.request(), sent.body());
        } catch (RuntimeException e) {
            Optional<RuntimeException> fault = upload.fault();
            if (fault.isPresent()) {
                throw fault.get();
            }
            if (watched.ended()) {
                clients.wasSilent();
                throw failures.silent();
            }
            throw e instanceof SdkException failure ? failed(client, sent.request(), failure) : e;
        }
    }

    /// What the client is told; what a full disk has left is cleared away, or remembered.
    private AwsError failed(S3Client client, SdkPojo request, SdkException failure) {
        AwsError told = failures.of(failure);
        if (failures.full(failure)) {
            wrecks.full(client, request);
            settle(request);
        }
        return told;
    }

    private void settle(SdkPojo request) {
        if (wrecks.any()) {
            SdkRequest asked = (SdkRequest) request;
            asked.getValueForField("Bucket", String.class)
                    .or(() -> asked.getValueForField("DestinationBucket", String.class))
                    .ifPresent(wrecks::settle);
        }
    }

    /// Ends its connections.
    @Override
    public void close() {
        patience.close();
        clients.close();
    }
}
