package dev.rolecall.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A sound lab of two steps on disk, for a test to spoil.
record SampleLab(Path folder) {
    static final String YAML =
            """
            id: %s
            title: A sample
            minutes: 5
            parameters:
              bucket: reports
            steps:
              - id: first-step
                title: The first
                points: 1
              - id: second-step
                title: The second
                points: 2
            """;

    static SampleLab write(Path labs, String id) {
        SampleLab lab = new SampleLab(labs.resolve(id));
        lab.file("lab.yaml", YAML.formatted(id));
        lab.file("SampleChecks.java", "class SampleChecks {}\n");
        for (String step : new String[] {"1-first-step", "2-second-step"}) {
            lab.file(step + "/task.md", "Do it.\n");
            lab.file(
                    step + "/hints.md",
                    "## Concept\na\n## Where\nb\n## Shape\n```\n## no heading\n```\n");
            lab.file(step + "/solution.jsh", "/next\n");
            lab.file(step + "/wrong/this.jsh", "// fails at: isDone\n");
            lab.file(step + "/wrong/other.jsh", "// fails at: isDone\n");
        }
        return lab;
    }

    SampleLab file(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SampleLab replace(String name, String old, String text) {
        try {
            String before = Files.readString(folder.resolve(name));
            if (!before.contains(old)) {
                throw new IllegalArgumentException(old);
            }
            return file(name, before.replace(old, text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SampleLab delete(String name) {
        try {
            Files.delete(folder.resolve(name));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
