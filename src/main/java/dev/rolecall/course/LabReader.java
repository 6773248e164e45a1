package dev.rolecall.course;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads a lab's folder. Markdown is only read here, not parsed: that is done when it is shown.
final class LabReader {
    private final Path folder;
    private final Problems problems;

    private LabReader(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    static LabFiles read(Path labs, String id) {
        Problems problems = new Problems(labs);
        Optional<Lab> lab = new LabReader(labs.resolve(id), problems).lab(id);
        return problems.none() && lab.isPresent()
                ? new LabFiles.Sound(lab.get())
                : new LabFiles.Unsound(id, problems.sorted());
    }

    private Optional<Lab> lab(String id) {
        Path file = folder.resolve(LabYaml.NAME);
        Optional<LabYaml> yaml = text(file).flatMap(text -> LabYaml.read(file, id, text, problems));
        Optional<Path> checks = checks();
        if (yaml.isEmpty()) {
            return Optional.empty();
        }
        List<Optional<Step>> steps = steps(yaml.get());
        strayFolders(yaml.get());
        if (!problems.none() || checks.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Lab(
                        id,
                        folder,
                        yaml.get().title(),
                        yaml.get().minutes(),
                        yaml.get().accounts(),
                        yaml.get().parameters(),
                        steps.stream().flatMap(Optional::stream).toList(),
                        checks.get()));
    }

    private Optional<Path> checks() {
        List<Path> sources = list(folder, "Checks.java");
        if (sources.size() != 1) {
            problems.add(
                    folder,
                    sources.isEmpty()
                            ? "has no checks: a file whose name ends in `Checks.java`"
                            : "has several files whose name ends in `Checks.java`");
            return Optional.empty();
        }
        return Optional.of(sources.getFirst());
    }

    private List<Optional<Step>> steps(LabYaml yaml) {
        List<Optional<Step>> steps = new ArrayList<>();
        for (LabYaml.StepEntry entry : yaml.steps()) {
            int number = steps.size() + 1;
            steps.add(entry.id().isEmpty() ? Optional.empty() : step(entry, number));
        }
        return steps;
    }

    private Optional<Step> step(LabYaml.StepEntry entry, int number) {
        Path stepFolder = folder.resolve(folderName(entry, number));
        if (!Files.isDirectory(stepFolder)) {
            problems.add(
                    folder.resolve(LabYaml.NAME),
                    entry.line(),
                    "steps[" + number + "].id",
                    "has no folder `" + folderName(entry, number) + "`");
            return Optional.empty();
        }
        return new StepReader(stepFolder, this, problems).step(entry, number);
    }

    private static String folderName(LabYaml.StepEntry entry, int number) {
        return number + "-" + entry.id();
    }

    /// A folder that looks like a step's and is none would silently be left out.
    private void strayFolders(LabYaml yaml) {
        List<String> known = new ArrayList<>();
        for (LabYaml.StepEntry entry : yaml.steps()) {
            known.add(folderName(entry, known.size() + 1));
        }
        for (Path path : list(folder, "")) {
            String name = path.getFileName().toString();
            if (Character.isDigit(name.charAt(0)) && !known.contains(name)) {
                problems.add(path, "is the folder of no step in " + LabYaml.NAME);
            }
        }
    }

    /// The files of a folder whose names end like this, sorted; none if there is no such folder.
    List<Path> list(Path in, String ending) {
        if (!Files.isDirectory(in)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(in)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.add(in, "cannot be read: " + e.getMessage());
            return List.of();
        }
    }

    /// A file's text, or empty if it is missing, unreadable or blank, which is then a problem.
    Optional<String> text(Path file) {
        try {
            String text = Files.readString(file);
            if (text.isBlank()) {
                problems.add(file, "is empty");
                return Optional.empty();
            }
            return Optional.of(text);
        } catch (NoSuchFileException e) {
            problems.add(file, "is missing");
        } catch (CharacterCodingException e) {
            problems.add(file, "is not UTF-8 text");
        } catch (IOException e) {
            problems.add(file, "cannot be read: " + e.getMessage());
        }
        return Optional.empty();
    }
}
