package dev.rolecall.wire;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/// A server for other languages' clients, run by hand: answers every operation with generated
/// values, and gives back the bytes of what was put. Prints its port.
final class EdgeMain {
    private EdgeMain() {}

    public static void main(String[] args) throws InterruptedException {
        Map<String, byte[]> objects = new ConcurrentHashMap<>();
        Edge edge =
                Edge.lenient((routed, request, id) -> {
                    Operation operation = routed.operation();
                    byte[] body = routed.in().body().readAllBytes();
                    String key = routed.key().orElse("");
                    System.out.println(operation + " " + request);
                    if (operation.streamsIn()) {
                        objects.put(key, body);
                    }
                    if (operation.name().equals("GetObject")) {
                        byte[] bytes = objects.getOrDefault(key, new byte[0]);
                        return new Codec()
                                .write(
                                        operation,
                                        GetObjectResponse.builder()
                                                .contentLength((long) bytes.length)
                                                .build(),
                                        id,
                                        new java.io.ByteArrayInputStream(bytes));
                    }
                    return new Codec()
                            .write(
                                    operation,
                                    new SdkValues(
                                                    new Random(1),
                                                    operation,
                                                    Set.of(
                                                            "ContentLength",
                                                            "Expires",
                                                            "EncodingType"))
                                            .fill(operation.responseType(), operation.output()),
                                    id);
                });
        System.out.println("port " + edge.port());
        Thread.sleep(Long.MAX_VALUE);
    }
}
