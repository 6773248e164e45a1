package dev.rolecall.course;

import java.nio.file.Path;

/// Something wrong in a lab's files, for its author.
///
/// @param file where it is, below the labs' folder
/// @param line from 1; 0 if it concerns the file as a whole
/// @param field `steps[2].points`; empty if no field is at fault
/// @param what lower case, no final period
public record CourseProblem(Path file, int line, String field, String what) {

    /// `assume-role/lab.yaml:3: minutes: must be a whole number from 1 to 600, not ten`.
    @Override
    public String toString() {
        String where = line > 0 ? file + ":" + line : file.toString();
        return where + ": " + (field.isEmpty() ? "" : field + ": ") + what;
    }
}
