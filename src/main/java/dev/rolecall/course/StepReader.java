package dev.rolecall.course;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a step's folder.
final class StepReader {
    private static final String FAILS_AT = "// fails at: ";
    private static final String SNIPPETS = ".jsh";
    private static final int FEWEST_WRONG = 2;

    private final Path folder;
    private final LabReader files;
    private final Problems problems;

    StepReader(Path folder, LabReader files, Problems problems) {
        this.folder = folder;
        this.files = files;
        this.problems = problems;
    }

    /// Returns the step, or empty if something that it needs is at fault.
    Optional<Step> step(LabYaml.StepEntry entry, int number) {
        Optional<String> task = files.text(folder.resolve("task.md"));
        Optional<HintLadder> hints = hints(folder.resolve("hints.md"));
        Path solutionFile = folder.resolve("solution.jsh");
        Optional<String> solution = files.text(solutionFile);
        List<Misconception> wrong = wrong();
        if (task.isEmpty() || hints.isEmpty() || solution.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Step(
                        number,
                        entry.id(),
                        folder,
                        entry.title(),
                        entry.points(),
                        task.get(),
                        hints.get(),
                        new Script(solutionFile, solution.get()),
                        wrong));
    }

    private Optional<HintLadder> hints(Path file) {
        Optional<String> text = files.text(file);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<HintLadder.Hint> hints = Sections.of(text.get());
        if (hints.size() != HintLadder.RUNGS) {
            problems.add(
                    file,
                    1,
                    "",
                    "must have %d hints, each under a heading `## …`, not %d"
                            .formatted(HintLadder.RUNGS, hints.size()));
            return Optional.empty();
        }
        if (hints.stream().anyMatch(hint -> hint.text().isEmpty())) {
            problems.add(file, 1, "", "has a hint without a text");
            return Optional.empty();
        }
        return Optional.of(new HintLadder(hints));
    }

    private List<Misconception> wrong() {
        Path wrongFolder = folder.resolve("wrong");
        List<Path> snippets = files.list(wrongFolder, SNIPPETS);
        if (snippets.size() < FEWEST_WRONG) {
            problems.add(
                    wrongFolder,
                    "must have at least %d misconceptions (`.jsh`), not %d"
                            .formatted(FEWEST_WRONG, snippets.size()));
        }
        List<Misconception> wrong = new ArrayList<>();
        for (Path file : snippets) {
            files.text(file).flatMap(text -> misconception(file, text)).ifPresent(wrong::add);
        }
        return wrong;
    }

    private Optional<Misconception> misconception(Path file, String text) {
        String first = text.lines().findFirst().orElse("");
        String criterion = first.startsWith(FAILS_AT) ? first.substring(FAILS_AT.length()) : "";
        if (criterion.isBlank()) {
            problems.add(file, 1, "", "must begin with the line `" + FAILS_AT + "CRITERION`");
            return Optional.empty();
        }
        String fileName = file.getFileName().toString();
        String name = fileName.substring(0, fileName.length() - SNIPPETS.length());
        return Optional.of(new Misconception(name, criterion.strip(), new Script(file, text)));
    }
}
