package dev.rolecall.course;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The fields of a YAML map, asked for by name and kind. What is missing or of another kind becomes
/// a problem with its line, and a stand-in is answered, so that reading goes on.
final class Fields {
    private final Path file;
    private final String path;
    private final Yaml.Mapping map;
    private final Problems problems;

    /// @param path what leads to this map: `steps[2].`; empty for the document
    Fields(Path file, String path, Yaml yaml, Problems problems) {
        this.file = file;
        this.path = path;
        this.problems = problems;
        if (yaml instanceof Yaml.Mapping mapping) {
            this.map = mapping;
        } else {
            problems.add(file, yaml.line(), "", "must be a map of fields, not " + yaml.kind());
            this.map = new Yaml.Mapping(java.util.Map.of(), java.util.Map.of(), yaml.line());
        }
    }

    int line() {
        return map.line();
    }

    Set<String> names() {
        return map.fields().keySet();
    }

    boolean has(String name) {
        return map.fields().containsKey(name);
    }

    void only(String... known) {
        for (String name : names()) {
            if (!List.of(known).contains(name)) {
                problem(name, "is no field here; there are " + String.join(", ", known));
            }
        }
    }

    void problem(String name, String what) {
        Integer line = map.keyLines().get(name);
        problems.add(file, line == null ? map.line() : line, path + name, what);
    }

    /// A text that is not blank; empty if there is none, which is then a problem.
    String text(String name) {
        Optional<Yaml> value = required(name);
        if (value.isEmpty()) {
            return "";
        }
        if (value.get() instanceof Yaml.Scalar scalar && !scalar.text().isBlank()) {
            return scalar.text();
        }
        problem(name, "must be a text, not " + value.get().kind());
        return "";
    }

    /// A whole number in the range; the least if there is none, which is then a problem.
    int number(String name, int least, int most) {
        Optional<Yaml> value = required(name);
        if (value.isEmpty()) {
            return least;
        }
        if (value.get() instanceof Yaml.Scalar scalar && scalar.number()) {
            Optional<Integer> number = parse(scalar.text());
            if (number.filter(n -> n >= least && n <= most).isPresent()) {
                return number.get();
            }
        }
        problem(
                name,
                "must be a whole number from %d to %d, not %s"
                        .formatted(least, most, value.get().kind()));
        return least;
    }

    /// The items of a list that has at least one.
    List<Item> items(String name) {
        Optional<Yaml> value = required(name);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof Yaml.Sequence sequence) || sequence.items().isEmpty()) {
            problem(name, "must be a list with at least one item, not " + value.get().kind());
            return List.of();
        }
        List<Item> items = new ArrayList<>();
        for (Yaml item : sequence.items()) {
            items.add(new Item(path + name + "[" + (items.size() + 1) + "]", item));
        }
        return items;
    }

    /// A map, or empty if the field is not there.
    Optional<Fields> map(String name) {
        Yaml value = map.fields().get(name);
        return value == null ? Optional.empty() : new Item(path + name, value).map();
    }

    private Optional<Yaml> required(String name) {
        Yaml value = map.fields().get(name);
        if (value == null) {
            problem(name, "is missing");
        }
        return Optional.ofNullable(value);
    }

    private static Optional<Integer> parse(String digits) {
        try {
            return Optional.of(Integer.parseInt(digits));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// One item of a list; its number counts from 1, as people do.
    final class Item {
        private final String name;
        private final Yaml value;

        Item(String name, Yaml value) {
            this.name = name;
            this.value = value;
        }

        void problem(String what) {
            problems.add(file, value.line(), name, what);
        }

        Optional<String> text() {
            return value instanceof Yaml.Scalar scalar && !scalar.isNull()
                    ? Optional.of(scalar.text())
                    : Optional.empty();
        }

        Optional<Fields> map() {
            if (value instanceof Yaml.Mapping) {
                return Optional.of(new Fields(file, name + ".", value, problems));
            }
            problem("must be a map of fields, not " + value.kind());
            return Optional.empty();
        }
    }
}
