package dev.rolecall.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/// Every operation, both ways, through the real clients: what a client sent is what an action sees,
/// and what an action answers is what the client gets. Every signature is verified on the way.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundTripTest {
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final byte[] BODY = "hello, body".getBytes(StandardCharsets.UTF_8);

    /// Operations with an endpoint or a protocol of their own.
    private static final Set<String> ELSEWHERE =
            Set.of(
                    "ListDirectoryBuckets",
                    "WriteGetObjectResponse",
                    "SelectObjectContent",
                    "CreateSession");

    /// What the client computes, or the SDK keeps for itself.
    private static final Set<String> REQUEST_OWN =
            Set.of(
                    "ContentMD5",
                    "ContentLength",
                    "Expires",
                    "SourceBucket",
                    "SourceKey",
                    "SourceVersionId",
                    "ChecksumAlgorithm");

    /// `EncodingType`: the client would decode keys, and encoding them is the action's part.
    private static final Set<String> RESPONSE_OWN =
            Set.of("Expires", "ContentLength", "EncodingType");

    private final Random random = new Random(SEED);
    private final AtomicReference<SdkPojo> seen = new AtomicReference<>();
    private final AtomicReference<SdkPojo> toAnswer = new AtomicReference<>();
    private Edge edge;
    private IamClient iam;
    private StsClient sts;
    private S3Client s3;

    @BeforeAll
    void start() {
        System.out.println("RoundTripTest seed " + SEED);
        edge = Edge.lenient(this::answer);
        iam = Clients.iam(edge.uri());
        sts = Clients.sts(edge.uri());
        s3 = Clients.s3(edge.uri());
    }

    @AfterAll
    void stop() {
        edge.close();
    }

    private HttpOut answer(Routed routed, SdkPojo request, String id) throws java.io.IOException {
        seen.set(request);
        routed.in().body().readAllBytes();
        Operation operation = routed.operation();
        return operation.streamsOut()
                ? new Codec().write(operation, toAnswer.get(), id, new ByteArrayInputStream(BODY))
                : new Codec().write(operation, toAnswer.get(), id);
    }

    static Stream<Operation> operations() {
        return Stream.of(AwsService.values())
                .flatMap(service -> Operation.all(service).stream())
                .filter(Operation::hasModelClass)
                .filter(operation -> !ELSEWHERE.contains(operation.name()));
    }

    /// [M] 181, 12 and 116 operations, less those without SDK classes and those elsewhere.
    @Test
    void allOperationsAreTried() {
        assertThat(operations().filter(o -> o.service() == AwsService.IAM).count()).isEqualTo(180);
        assertThat(operations().filter(o -> o.service() == AwsService.STS).count()).isEqualTo(11);
        assertThat(operations().filter(o -> o.service() == AwsService.S3).count())
                .isGreaterThanOrEqualTo(105);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationSurvivesTheWireBothWays(Operation operation) {
        SdkPojo request =
                new SdkValues(random, operation, leftOutOfRequest(operation))
                        .fill(operation.requestType(), operation.input());
        SdkPojo response = response(operation);
        toAnswer.set(response);
        SdkPojo got = call(operation, request);
        assertThat(seen.get()).as("seed %d: the operation seen", SEED).hasSameClassAs(request);
        assertThat(Differences.between(withoutLength(request), withoutLength(seen.get()), false))
                .as("seed %d: request", SEED)
                .isEmpty();
        assertThat(Differences.between(response, got, operation.service() == AwsService.IAM))
                .as("seed %d: response", SEED)
                .isEmpty();
    }

    private static Set<String> leftOutOfRequest(Operation operation) {
        List<String> names = new ArrayList<>(REQUEST_OWN);
        operation.input().stream()
                .flatMap(shape -> shape.members().stream())
                .map(Shape.Member::name)
                .filter(name -> name.startsWith("Checksum"))
                .forEach(names::add);
        if (operation.service() != AwsService.S3) {
            return Set.of();
        }
        return Set.copyOf(names);
    }

    private SdkPojo response(Operation operation) {
        List<String> leaveOut = new ArrayList<>();
        if (operation.service() == AwsService.S3) {
            leaveOut.addAll(RESPONSE_OWN);
            if (operation.streamsOut()) {
                // The client checks these against the body.
                operation.output().stream()
                        .flatMap(shape -> shape.members().stream())
                        .map(Shape.Member::name)
                        .filter(name -> name.startsWith("Checksum"))
                        .forEach(leaveOut::add);
            }
        }
        SdkPojo response =
                new SdkValues(random, operation, Set.copyOf(leaveOut))
                        .fill(operation.responseType(), operation.output());
        return operation.streamsOut() ? withLength(response) : response;
    }

    private static SdkPojo withLength(SdkPojo response) {
        return set(response, "ContentLength", (long) BODY.length);
    }

    private static SdkPojo withoutLength(SdkPojo request) {
        SdkPojo without = set(request, "ContentLength", null);
        return set(set(without, "ChecksumAlgorithm", null), "ContentMD5", null);
    }

    private static SdkPojo set(
            SdkPojo pojo, String member, @org.jspecify.annotations.Nullable Object value) {
        SdkPojo builder = Pojos.builder(pojo.getClass());
        pojo.sdkFields()
                .forEach(field ->
                        field.set(
                                builder,
                                field.memberName().equals(member)
                                        ? value
                                        : Pojos.value(field, pojo)));
        return Pojos.build(builder);
    }

    private SdkPojo call(Operation operation, SdkPojo request) {
        Object client =
                switch (operation.service()) {
                    case IAM -> iam;
                    case STS -> sts;
                    case S3 -> s3;
                };
        try {
            Object got = ClientCalls.call(client, operation, request, BODY);
            return got instanceof ResponseBytes<?> bytes
                    ? (SdkPojo) bytes.response()
                    : (SdkPojo) got;
        } catch (InvocationTargetException e) {
            throw new AssertionError("seed " + SEED + ": " + request, e.getCause());
        }
    }
}
