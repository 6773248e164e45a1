package dev.rolecall.course;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A YAML value that knows its line.
sealed interface Yaml {
    int line();

    /// What an author would call it.
    String kind();

    record Scalar(String text, boolean isNull, boolean number, int line) implements Yaml {
        @Override
        public String kind() {
            return isNull ? "nothing" : "`" + text + "`";
        }
    }

    record Sequence(List<Yaml> items, int line) implements Yaml {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /// @param keyLines where each key stands
    record Mapping(Map<String, Yaml> fields, Map<String, Integer> keyLines, int line)
            implements Yaml {
        public Mapping {
            fields = new LinkedHashMap<>(fields);
            keyLines = Map.copyOf(keyLines);
        }

        @Override
        public String kind() {
            return "a map";
        }
    }
}
