package dev.rolecall.course;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects what is wrong in one lab, so that its author sees all of it at once.
final class Problems {
    private final List<CourseProblem> found = new ArrayList<>();
    private final Path root;

    /// @param root the folder that the files' names are told from
    Problems(Path root) {
        this.root = root;
    }

    void add(Path file, int line, String field, String what) {
        found.add(new CourseProblem(root.relativize(file), line, field, what));
    }

    void add(Path file, String what) {
        add(file, 0, "", what);
    }

    boolean none() {
        return found.isEmpty();
    }

    /// By file and line, as found where these are the same.
    List<CourseProblem> sorted() {
        return found.stream()
                .sorted(
                        Comparator.comparing(CourseProblem::file)
                                .thenComparingInt(CourseProblem::line))
                .toList();
    }
}
