package dev.rolecall.cloud;

import dev.rolecall.wire.AwsService;
import dev.rolecall.wire.ClientCalls;
import dev.rolecall.wire.Operation;
import dev.rolecall.wire.ValidRequests;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/// The operations that Rolecall has and LocalStack has not, found by asking for each.
record OperationTable(Set<Operation> oursAlone) {
    private static final byte[] BODY = {'h', 'i'};

    static OperationTable ask(URI container) {
        try (GuardedSide side = GuardedSide.before(container)) {
            // Whoever may do nothing is refused what is there, and told what is not.
            List<Operation> ours = had(side.user("Ann"), "box", EveryOperationTest.operations());
            AloneSide alone = AloneSide.of(container);
            List<Operation> both = had(alone.admin(), alone.box(), ours.stream());
            return new OperationTable(
                    ours.stream().filter(each -> !both.contains(each)).collect(Collectors.toSet()));
        }
    }

    private static List<Operation> had(Person asking, String bucket, Stream<Operation> of) {
        IamClient iam = asking.iam();
        StsClient sts = asking.sts();
        S3Client s3 = asking.s3();
        Map<String, String> values = Map.of("Bucket", bucket, "Key", "k");
        return of.filter(
                        each -> {
                            Object client =
                                    switch (each.service()) {
                                        case IAM -> iam;
                                        case STS -> sts;
                                        case S3 -> s3;
                                    };
                            return has(client, each, ValidRequests.minimal(each, values));
                        })
                .toList();
    }

    private static boolean has(Object client, Operation operation, SdkPojo request) {
        try {
            ClientCalls.call(client, operation, request, BODY);
            return true;
        } catch (InvocationTargetException e) {
            return switch (e.getCause()) {
                case AwsServiceException refusal ->
                        refusal.statusCode() != 501
                                && !"InvalidAction".equals(refusal.awsErrorDetails().errorCode());
                // The client did not understand the answer, or did not ask.
                case SdkClientException _ -> true;
                case null, default -> throw new IllegalStateException(operation.toString(), e);
            };
        }
    }

    String markdown() {
        return Arrays.stream(AwsService.values())
                .map(this::line)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n", "\n", "\n\n"));
    }

    private String line(AwsService service) {
        List<String> names =
                oursAlone.stream()
                        .filter(each -> each.service() == service)
                        .map(Operation::name)
                        .sorted()
                        .toList();
        return names.isEmpty() ? "" : "- " + service + ": " + String.join(", ", names);
    }
}
