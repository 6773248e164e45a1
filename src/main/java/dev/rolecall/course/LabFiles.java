package dev.rolecall.course;

import dev.rolecall.fault.UserError;
import java.util.List;
import java.util.stream.Collectors;

/// What came of reading a lab's folder.
public sealed interface LabFiles {

    /// All is well.
    record Sound(Lab lab) implements LabFiles {}

    /// Its author has something to mend.
    ///
    /// @param problems all there are, by file and line
    record Unsound(String id, List<CourseProblem> problems) implements LabFiles {
        public Unsound {
            problems = List.copyOf(problems);
        }
    }

    /// Returns the lab, or throws a [UserError] that names every problem, one a line.
    default Lab orUserError() {
        return switch (this) {
            case Sound(Lab lab) -> lab;
            case Unsound(String id, List<CourseProblem> problems) ->
                    throw new UserError(
                            problems.stream()
                                    .map(CourseProblem::toString)
                                    .collect(Collectors.joining("\n")),
                            "mend the lab " + id + ", or take it out of the labs folder");
        };
    }
}
