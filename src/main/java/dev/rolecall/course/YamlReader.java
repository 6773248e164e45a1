package dev.rolecall.course;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads YAML token by token: databind would cost the start tens of milliseconds, and would stop at
/// the first problem.
final class YamlReader {
    /// Compiled where it is needed: each start reads YAML before its prompt, and it is well-formed.
    private static final String MARK = "(?m)^ in .*, line (\\d+), column \\d+:";

    private final Path file;
    private final Problems problems;
    private final JsonParser parser;

    private YamlReader(Path file, Problems problems, JsonParser parser) {
        this.file = file;
        this.problems = problems;
        this.parser = parser;
    }

    /// Returns the document, or empty if it is no YAML at all, which is then among the problems.
    static Optional<Yaml> read(Path file, String text, Problems problems) {
        try (JsonParser parser = new YAMLFactory().createParser(text)) {
            if (parser.nextToken() == null) {
                problems.add(file, 1, "", "is empty");
                return Optional.empty();
            }
            return Optional.of(new YamlReader(file, problems, parser).value());
        } catch (JsonProcessingException e) {
            problems.add(file, line(e), "", "is no YAML: " + said(e));
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Yaml value() throws IOException {
        int line = line();
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(line);
            case START_ARRAY -> sequence(line);
            case VALUE_NULL -> new Yaml.Scalar("", true, false, line);
            case VALUE_NUMBER_INT -> new Yaml.Scalar(parser.getText(), false, true, line);
            default -> new Yaml.Scalar(parser.getText(), false, false, line);
        };
    }

    private Yaml mapping(int line) throws IOException {
        Map<String, Yaml> fields = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int at = line();
            parser.nextToken();
            Yaml value = value();
            if (fields.putIfAbsent(name, value) == null) {
                lines.put(name, at);
            } else {
                problems.add(file, at, name, "is here twice");
            }
        }
        return new Yaml.Mapping(fields, lines, line);
    }

    private Yaml sequence(int line) throws IOException {
        List<Yaml> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return new Yaml.Sequence(items, line);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    /// Where what cannot be read begins; the parser's own location is where it gave up, counted
    /// from 0.
    private static int line(JsonProcessingException e) {
        Matcher mark = Pattern.compile(MARK).matcher(e.getOriginalMessage());
        return mark.find() ? Integer.parseInt(mark.group(1)) : 1;
    }

    /// What the parser did and what it found, without the lines that it quotes.
    private static String said(JsonProcessingException e) {
        return e.getOriginalMessage()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .collect(Collectors.joining(": "));
    }
}
