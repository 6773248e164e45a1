package dev.rolecall.json;

import dev.rolecall.json.JsonValue.JsonArray;
import dev.rolecall.json.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Lays JSON out for people: what is small stays on one line.
final class PrettyWriter {
    private static final int WIDTH = 76;

    private final int open;

    PrettyWriter(int open) {
        this.open = open;
    }

    String write(JsonValue value) {
        return write(value, 0, 0);
    }

    /// @param used how many characters of the line are taken before the value
    private String write(JsonValue value, int level, int used) {
        boolean opened = level < open && !isEmpty(value);
        String line = onOneLine(value);
        if (!opened && used + line.length() < WIDTH) {
            return line;
        }
        return switch (value) {
            case JsonObject object -> block("{", members(object, level), "}", level);
            case JsonArray array -> block("[", elements(array, level), "]", level);
            default -> line;
        };
    }

    private List<String> members(JsonObject object, int level) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            String name = Json.write(member.getKey()) + ": ";
            int used = 2 * (level + 1) + name.length();
            parts.add(name + write(member.getValue(), level + 1, used));
        }
        return parts;
    }

    private List<String> elements(JsonArray array, int level) {
        return array.elements().stream()
                .map(element -> write(element, level + 1, 2 * (level + 1)))
                .toList();
    }

    private static String block(String begin, List<String> parts, String end, int level) {
        if (parts.isEmpty()) {
            return begin + end;
        }
        String indent = "\n" + "  ".repeat(level);
        return begin + indent + "  " + String.join("," + indent + "  ", parts) + indent + end;
    }

    private static boolean isEmpty(JsonValue value) {
        return switch (value) {
            case JsonObject object -> object.members().isEmpty();
            case JsonArray array -> array.elements().isEmpty();
            default -> false;
        };
    }

    private static String onOneLine(JsonValue value) {
        return switch (value) {
            case JsonObject object when !object.members().isEmpty() -> {
                List<String> parts = new ArrayList<>();
                object.members()
                        .forEach((name, v) -> parts.add(Json.write(name) + ": " + onOneLine(v)));
                yield "{ " + String.join(", ", parts) + " }";
            }
            case JsonArray array ->
                    "["
                            + String.join(
                                    ", ",
                                    array.elements().stream().map(PrettyWriter::onOneLine).toList())
                            + "]";
            default -> Json.write(value);
        };
    }
}
