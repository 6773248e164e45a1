package dev.rolecall.wire;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// One service's model, read from the index that `ModelCompiler` made while Rolecall was built.
/// Operations are read at once, a shape only when it is asked for.
final class ServiceModel {
    private final String version;
    private final String namespace;
    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final String[] strings;
    private final int[] offsets;
    private final byte[] shapes;
    private final @Nullable Shape[] read;

    private ServiceModel(AwsService service, DataInputStream in) throws IOException {
        version = in.readUTF();
        namespace = in.readUTF();
        strings = new String[in.readInt()];
        for (int i = 0; i < strings.length; i++) {
            strings[i] = in.readUTF();
        }
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            Operation operation = operation(service, in);
            operations.put(operation.name(), operation);
        }
        offsets = new int[in.readInt()];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = in.readInt();
        }
        shapes = in.readNBytes(in.readInt());
        read = new Shape[offsets.length];
    }

    /// The model of a service, read at the first call.
    static ServiceModel of(AwsService service) {
        return switch (service) {
            case IAM -> Iam.MODEL;
            case STS -> Sts.MODEL;
            case S3 -> S3.MODEL;
        };
    }

    /// `2010-05-08`.
    String version() {
        return version;
    }

    /// The XML namespace of answers.
    String namespace() {
        return namespace;
    }

    Optional<Operation> operation(String name) {
        return Optional.ofNullable(operations.get(name));
    }

    List<Operation> operations() {
        return List.copyOf(operations.values());
    }

    synchronized Shape shape(int number) {
        Shape shape = read[number];
        if (shape == null) {
            shape = readShape(offsets[number]);
            read[number] = shape;
        }
        return shape;
    }

    private static ServiceModel load(AwsService service) {
        String name = "model-" + service.signingName() + ".bin";
        try (InputStream in = ServiceModel.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing: build with Maven");
            }
            return new ServiceModel(
                    service, new DataInputStream(new ByteArrayInputStream(in.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Operation operation(AwsService service, DataInputStream in) throws IOException {
        return new Operation(
                service,
                string(in),
                string(in),
                string(in),
                in.readShort(),
                string(in),
                string(in),
                string(in),
                in.readInt(),
                in.readInt(),
                in.readByte());
    }

    private Shape readShape(int offset) {
        try (DataInputStream in =
                new DataInputStream(
                        new ByteArrayInputStream(shapes, offset, shapes.length - offset))) {
            Shape.Kind kind = Shape.Kind.valueOf(string(in));
            OptionalLong min = number(in);
            OptionalLong max = number(in);
            String pattern = string(in);
            List<String> values = new ArrayList<>();
            for (int n = in.readShort(); n > 0; n--) {
                values.add(string(in));
            }
            List<Shape.Member> members = new ArrayList<>();
            for (int n = in.readShort(); n > 0; n--) {
                members.add(
                        new Shape.Member(
                                string(in),
                                string(in),
                                in.readInt(),
                                in.readBoolean(),
                                string(in)));
            }
            return new Shape(
                    kind,
                    min,
                    max,
                    pattern.isEmpty() ? Optional.empty() : Optional.of(pattern),
                    List.copyOf(values),
                    List.copyOf(members),
                    in.readInt());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String string(DataInputStream in) throws IOException {
        return strings[in.readInt()];
    }

    private static OptionalLong number(DataInputStream in) throws IOException {
        return in.readBoolean() ? OptionalLong.of(in.readLong()) : OptionalLong.empty();
    }

    /// The language loads a class once, at its first use: the cheapest lazy value there is.
    private static final class Iam {
        static final ServiceModel MODEL = load(AwsService.IAM);
    }

    private static final class Sts {
        static final ServiceModel MODEL = load(AwsService.STS);
    }

    private static final class S3 {
        static final ServiceModel MODEL = load(AwsService.S3);
    }
}
