package dev.rolecall.wire;

import dev.rolecall.json.JsonValue;
import dev.rolecall.json.JsonValue.JsonArray;
import dev.rolecall.json.JsonValue.JsonBoolean;
import dev.rolecall.json.JsonValue.JsonNumber;
import dev.rolecall.json.JsonValue.JsonObject;
import dev.rolecall.json.JsonValue.JsonString;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The index of one service, written in the form that [ServiceModel] reads.
final class ModelIndex {
    private final JsonObject model;
    private final Map<String, String> sdkClasses;
    private final Map<String, Integer> strings = new LinkedHashMap<>();
    private final Map<String, Integer> shapeNumbers = new LinkedHashMap<>();
    private final List<String> shapeNames = new ArrayList<>();

    /// @param sdkClasses simple class names by their lower-case form
    ModelIndex(JsonObject model, Map<String, String> sdkClasses) {
        this.model = model;
        this.sdkClasses = sdkClasses;
    }

    byte[] bytes() throws IOException {
        JsonObject metadata = object(model, "metadata");
        JsonObject operations = object(model, "operations");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        out.writeInt(operations.members().size());
        for (JsonValue operation : operations.members().values()) {
            operation((JsonObject) operation, out);
        }
        shapes(out);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        DataOutputStream head = new DataOutputStream(whole);
        head.writeUTF(text(metadata, "apiVersion"));
        head.writeUTF(namespace(metadata));
        head.writeInt(strings.size());
        for (String string : strings.keySet()) {
            head.writeUTF(string);
        }
        body.writeTo(head);
        return whole.toByteArray();
    }

    /// S3's model names its namespace only where a request has one.
    private static String namespace(JsonObject metadata) {
        String namespace = text(metadata, "xmlNamespace");
        return namespace.isEmpty() ? "http://s3.amazonaws.com/doc/2006-03-01/" : namespace;
    }

    private void operation(JsonObject operation, DataOutputStream out) throws IOException {
        String name = text(operation, "name");
        JsonObject http = object(operation, "http");
        JsonObject output = object(operation, "output");
        string(name, out);
        string(text(http, "method"), out);
        string(text(http, "requestUri"), out);
        out.writeShort(number(http, "responseCode").orElse(200L).intValue());
        string(sdkClass(name + "Request"), out);
        string(sdkClass(name + "Response"), out);
        string(text(output, "resultWrapper"), out);
        String input = text(object(operation, "input"), "shape");
        out.writeInt(shapeNumber(input));
        out.writeInt(shapeNumber(text(output, "shape")));
        out.writeByte(
                (streams(input) ? Operation.STREAMS_IN : 0)
                        | (streams(text(output, "shape")) ? Operation.STREAMS_OUT : 0)
                        | (text(operation, "authtype").equals("none") ? Operation.UNSIGNED : 0));
    }

    private String sdkClass(String name) {
        return sdkClasses.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    private boolean streams(String shape) {
        if (shape.isEmpty()) {
            return false;
        }
        JsonObject members = object(shape(shape), "members");
        return members.members().values().stream()
                .anyMatch(member -> flag((JsonObject) member, "streaming"));
    }

    private void shapes(DataOutputStream out) throws IOException {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(block);
        List<Integer> offsets = new ArrayList<>();
        // Writing a shape may number further ones, which are then written too.
        for (int i = 0; i < shapeNames.size(); i++) {
            offsets.add(block.size());
            shape(shape(shapeNames.get(i)), data);
        }
        out.writeInt(offsets.size());
        for (int offset : offsets) {
            out.writeInt(offset);
        }
        out.writeInt(block.size());
        block.writeTo(out);
    }

    private void shape(JsonObject shape, DataOutputStream out) throws IOException {
        Shape.Kind kind = kind(text(shape, "type"));
        string(kind.name(), out);
        number(number(shape, "min"), out);
        number(number(shape, "max"), out);
        string(text(shape, "pattern"), out);
        List<JsonValue> values = array(shape, "enum");
        out.writeShort(values.size());
        for (JsonValue value : values) {
            string(((JsonString) value).value(), out);
        }
        members(shape, out);
        out.writeInt(
                switch (kind) {
                    case LIST -> shapeNumber(text(object(shape, "member"), "shape"));
                    case MAP -> shapeNumber(text(object(shape, "value"), "shape"));
                    default -> -1;
                });
    }

    private void members(JsonObject shape, DataOutputStream out) throws IOException {
        List<String> required =
                array(shape, "required").stream().map(v -> ((JsonString) v).value()).toList();
        String payload = text(shape, "payload");
        Map<String, JsonValue> members = object(shape, "members").members();
        out.writeShort(members.size());
        for (Map.Entry<String, JsonValue> entry : members.entrySet()) {
            JsonObject member = (JsonObject) entry.getValue();
            String name = entry.getKey();
            String wire = text(member, "locationName");
            string(name, out);
            string(wire.isEmpty() ? name : wire, out);
            out.writeInt(shapeNumber(text(member, "shape")));
            out.writeBoolean(required.contains(name));
            string(name.equals(payload) ? "payload" : text(member, "location"), out);
        }
    }

    private static Shape.Kind kind(String type) {
        return switch (type) {
            case "structure" -> Shape.Kind.STRUCTURE;
            case "list" -> Shape.Kind.LIST;
            case "map" -> Shape.Kind.MAP;
            case "string" -> Shape.Kind.STRING;
            case "integer" -> Shape.Kind.INTEGER;
            case "long" -> Shape.Kind.LONG;
            case "boolean" -> Shape.Kind.BOOLEAN;
            case "timestamp" -> Shape.Kind.TIMESTAMP;
            case "blob" -> Shape.Kind.BLOB;
            default -> throw new IllegalStateException("no such type: " + type);
        };
    }

    private int shapeNumber(String name) {
        if (name.isEmpty()) {
            return -1;
        }
        Integer known = shapeNumbers.get(name);
        if (known != null) {
            return known;
        }
        int number = shapeNames.size();
        shapeNumbers.put(name, number);
        shapeNames.add(name);
        return number;
    }

    private JsonObject shape(String name) {
        return object(object(model, "shapes"), name);
    }

    private void string(String string, DataOutputStream out) throws IOException {
        out.writeInt(strings.computeIfAbsent(string, s -> strings.size()));
    }

    private static void number(Optional<Long> number, DataOutputStream out) throws IOException {
        out.writeBoolean(number.isPresent());
        if (number.isPresent()) {
            out.writeLong(number.get());
        }
    }

    private static JsonObject object(JsonObject parent, String name) {
        return parent.members().get(name) instanceof JsonObject object
                ? object
                : new JsonObject(parent.at(), new LinkedHashMap<>());
    }

    private static String text(JsonObject parent, String name) {
        return parent.members().get(name) instanceof JsonString string ? string.value() : "";
    }

    private static boolean flag(JsonObject parent, String name) {
        return parent.members().get(name) instanceof JsonBoolean flag && flag.value();
    }

    private static List<JsonValue> array(JsonObject parent, String name) {
        return parent.members().get(name) instanceof JsonArray array ? array.elements() : List.of();
    }

    private static Optional<Long> number(JsonObject parent, String name) {
        return parent.members().get(name) instanceof JsonNumber number
                ? Optional.of(Long.valueOf(number.text()))
                : Optional.empty();
    }
}
