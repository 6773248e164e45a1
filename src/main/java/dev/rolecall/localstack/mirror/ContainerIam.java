package dev.rolecall.localstack.mirror;

import dev.rolecall.fault.UserError;
import dev.rolecall.localstack.client.Clients;
import dev.rolecall.localstack.client.Silence;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

/// The container's IAM: sends one request and says what came of it.
///
/// @param where the container's endpoint
/// @param iam IAM of an account
record ContainerIam(String where, Function<String, IamClient> iam) {
    static ContainerIam to(Clients clients) {
        return new ContainerIam(clients.endpoint().toString(), clients::iam);
    }

    Sent send(String account, Call call, MirrorState state) {
        try {
            return new Sent.Done(call.sending().send(iam.apply(account), state));
        } catch (AwsServiceException e) {
            return refused(call.operation(), e);
        } catch (SdkClientException e) {
            return lost(e);
        }
    }

    /// Reads something, which takes several requests: what one has named may be gone when the next
    /// asks for it, and a connection that was kept may have ended, so it is read once more then.
    ///
    /// @throws UserError if the container does not answer
    <T> T read(Supplier<T> reading) {
        try {
            return twice(reading);
        } catch (AwsServiceException e) {
            throw new UserError(
                    "LocalStack at " + where + " does not tell what IAM has: " + e.getMessage(),
                    "see its log");
        } catch (SdkClientException e) {
            throw lost(e).userError();
        }
    }

    private static <T> T twice(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (NoSuchEntityException e) {
            return reading.get();
        } catch (SdkClientException e) {
            if (Silence.of(e) != Silence.BROKEN) {
                throw e;
            }
            return reading.get();
        }
    }

    private static Sent.Refused refused(String operation, AwsServiceException e) {
        return e.awsErrorDetails() == null || e.awsErrorDetails().errorMessage() == null
                ? new Sent.Refused(operation, "", "HTTP " + e.statusCode())
                : new Sent.Refused(
                        operation,
                        e.awsErrorDetails().errorCode(),
                        e.awsErrorDetails().errorMessage());
    }

    private Sent.Lost lost(SdkClientException e) {
        return switch (Silence.of(e)) {
            case GONE -> new Sent.Gone(where);
            case STILL -> new Sent.StillSilent(where);
            case SILENT -> new Sent.Silent(where, Clients.SILENCE.toSeconds());
            case ENDED -> new Sent.Ended(where);
            case BROKEN, UNREADABLE -> new Sent.Broken(where);
            case NONE -> throw e;
        };
    }
}
