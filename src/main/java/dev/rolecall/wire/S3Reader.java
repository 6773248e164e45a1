package dev.rolecall.wire;

import dev.rolecall.fault.ProtocolErrors;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.PayloadTrait;
import software.amazon.awssdk.core.traits.XmlAttributeTrait;

/// Reads an S3 request: path, query, headers and message into the SDK's class.
final class S3Reader {
    /// More than any configuration or list of parts; an object's own bytes never come here.
    private static final int LONGEST_MESSAGE = 10_000_000;

    private final Routed routed;
    private final S3Headers headers;
    private final SdkPojo builder;

    private S3Reader(Routed routed) {
        this.routed = routed;
        this.headers = new S3Headers(routed.in());
        this.builder = Pojos.builder(routed.operation().requestType());
    }

    static SdkPojo read(Routed routed) {
        S3Reader reader = new S3Reader(routed);
        for (SdkField<?> field : reader.builder.sdkFields()) {
            reader.field(field).ifPresent(value -> field.set(reader.builder, value));
        }
        if (!routed.operation().streamsIn() && reader.hasMessage()) {
            return reader.withMessage();
        }
        return Pojos.build(reader.builder);
    }

    private Optional<?> field(SdkField<?> field) {
        String name = field.locationName();
        return switch (field.location()) {
            case PATH, GREEDY_PATH -> name.equals("Bucket") ? routed.bucket() : routed.key();
            case QUERY_PARAM ->
                    routed.form().value(name).flatMap(text -> S3Parameters.query(field, text));
            case HEADER -> headers.value(field);
            case PAYLOAD, STATUS_CODE -> Optional.empty();
        };
    }

    private boolean hasMessage() {
        return builder.sdkFields().stream().anyMatch(S3Reader::inBody);
    }

    private static boolean inBody(SdkField<?> field) {
        return field.location() == MarshallLocation.PAYLOAD
                && !field.containsTrait(XmlAttributeTrait.class);
    }

    private SdkPojo withMessage() {
        byte[] bytes = bytes();
        if (bytes.length == 0) {
            return Pojos.build(builder);
        }
        Optional<SdkField<?>> payload =
                builder.sdkFields().stream()
                        .filter(field -> field.containsTrait(PayloadTrait.class))
                        .findFirst();
        if (payload.isEmpty()) {
            // The root's children are the request's own members.
            return XmlReader.structure(builder, root(bytes));
        }
        SdkField<?> field = payload.get();
        field.set(builder, payload(field, bytes));
        return Pojos.build(builder);
    }

    private static Object payload(SdkField<?> field, byte[] bytes) {
        if (Pojos.kind(field) == MarshallingKnownType.STRING) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        XmlNode root = root(bytes);
        if (!root.name().equals(field.locationName())) {
            throw ProtocolErrors.malformedXml();
        }
        return XmlReader.structure(Pojos.builder(field), root);
    }

    private byte[] bytes() {
        try {
            byte[] bytes = routed.in().body().readNBytes(LONGEST_MESSAGE + 1);
            if (bytes.length > LONGEST_MESSAGE) {
                throw ProtocolErrors.messageTooLong();
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static XmlNode root(byte[] bytes) {
        try {
            return XmlNode.parse(new ByteArrayInputStream(bytes));
        } catch (XMLStreamException e) {
            throw ProtocolErrors.malformedXml();
        }
    }
}
