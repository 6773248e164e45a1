package dev.rolecall.course;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.fault.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CourseProblemsTest {
    @TempDir Path labs;

    static Stream<Arguments> spoiled() {
        return Stream.of(
                yaml("title: A sample\n", "", "lab.yaml:1: title: is missing"),
                yaml("title: A sample", "title:", "lab.yaml:2: title: must be a text, not nothing"),
                yaml(
                        "title: A sample",
                        "title: [a]",
                        "lab.yaml:2: title: must be a text, not a list"),
                yaml(
                        "minutes: 5",
                        "minutes: ten",
                        "lab.yaml:3: minutes: must be a whole number from 1 to 600, not `ten`"),
                yaml(
                        "minutes: 5",
                        "minutes: 0",
                        "lab.yaml:3: minutes: must be a whole number from 1 to 600, not `0`"),
                yaml(
                        "minutes: 5",
                        "minutes: 5\nminuets: 6",
                        "lab.yaml:4: minuets: is no field here; there are id, title, minutes, accounts, parameters, steps"),
                yaml("minutes: 5", "minutes: 5\nminutes: 6", "lab.yaml:4: minutes: is here twice"),
                yaml(
                        "minutes: 5",
                        "minutes: 5\naccounts:\n  - \"12\"",
                        "lab.yaml:5: accounts[1]: must be 12 digits"),
                yaml(
                        "minutes: 5",
                        "minutes: 5\naccounts: []",
                        "lab.yaml:4: accounts: must be a list with at least one item, not a list"),
                yaml(
                        "id: sample",
                        "id: other",
                        "lab.yaml:1: id: must be the folder's name, `sample`"),
                yaml(
                        "  bucket: reports",
                        "  - bucket",
                        "lab.yaml:5: parameters: must be a map of fields, not a list"),
                yaml(
                        "points: 2",
                        "points: many",
                        "lab.yaml:12: steps[2].points: must be a whole number from 0 to 1000, not `many`"),
                yaml(
                        "    points: 2",
                        "    point: 2",
                        "lab.yaml:10: steps[2].points: is missing",
                        "lab.yaml:12: steps[2].point: is no field here; there are id, title, points"),
                yaml(
                        "id: first-step",
                        "id: First_Step",
                        "lab.yaml:7: steps[1].id: has no folder `1-First_Step`",
                        "lab.yaml:7: steps[1].id: must be lower-case words joined by `-`, not `First_Step`",
                        "1-first-step: is the folder of no step in lab.yaml"),
                yaml(
                        "id: second-step",
                        "id: first-step",
                        "lab.yaml:10: steps[2].id: has no folder `2-first-step`",
                        "lab.yaml:10: steps[2].id: is the id of an earlier step: `first-step`",
                        "2-second-step: is the folder of no step in lab.yaml"),
                yaml(
                        "steps:",
                        "steps: nothing\nx:",
                        "lab.yaml:6: steps: must be a list with at least one item, not `nothing`",
                        "lab.yaml:7: x: is no field here; there are id, title, minutes, accounts, parameters, steps",
                        "1-first-step: is the folder of no step in lab.yaml",
                        "2-second-step: is the folder of no step in lab.yaml"),
                Arguments.of(
                        "a missing task",
                        (Consumer<SampleLab>) lab -> lab.delete("1-first-step/task.md"),
                        List.of("1-first-step/task.md: is missing")),
                Arguments.of(
                        "an empty task",
                        (Consumer<SampleLab>) lab -> lab.file("1-first-step/task.md", " \n"),
                        List.of("1-first-step/task.md: is empty")),
                Arguments.of(
                        "two hints",
                        (Consumer<SampleLab>)
                                lab -> lab.file("1-first-step/hints.md", "## a\nb\n## c\nd\n"),
                        List.of(
                                "1-first-step/hints.md:1: must have 3 hints, each under a heading `## …`, not 2")),
                Arguments.of(
                        "an empty hint",
                        (Consumer<SampleLab>)
                                lab -> lab.file("1-first-step/hints.md", "## a\nb\n## c\n## d\ne"),
                        List.of("1-first-step/hints.md:1: has a hint without a text")),
                Arguments.of(
                        "no solution",
                        (Consumer<SampleLab>) lab -> lab.delete("2-second-step/solution.jsh"),
                        List.of("2-second-step/solution.jsh: is missing")),
                Arguments.of(
                        "one misconception",
                        (Consumer<SampleLab>) lab -> lab.delete("2-second-step/wrong/this.jsh"),
                        List.of(
                                "2-second-step/wrong: must have at least 2 misconceptions (`.jsh`), not 1")),
                Arguments.of(
                        "no first line",
                        (Consumer<SampleLab>)
                                lab ->
                                        lab.file(
                                                "2-second-step/wrong/this.jsh",
                                                "iam.listUsers()\n"),
                        List.of(
                                "2-second-step/wrong/this.jsh:1: must begin with the line `// fails at: CRITERION`")),
                Arguments.of(
                        "no checks",
                        (Consumer<SampleLab>) lab -> lab.delete("SampleChecks.java"),
                        List.of(": has no checks: a file whose name ends in `Checks.java`")),
                Arguments.of(
                        "no YAML",
                        (Consumer<SampleLab>)
                                lab -> lab.file("lab.yaml", "id: sample\ntitle: \"open\n"),
                        List.of(
                                "lab.yaml:2: is no YAML: while scanning a quoted scalar:"
                                        + " found unexpected end of stream")),
                Arguments.of(
                        "a field without its colon",
                        (Consumer<SampleLab>)
                                lab ->
                                        lab.file(
                                                "lab.yaml",
                                                "id: sample\ntitle: A\nsteps\n  - id: a\n"),
                        List.of(
                                "lab.yaml:3: is no YAML: while scanning a simple key:"
                                        + " could not find expected ':'")),
                Arguments.of(
                        "a tab",
                        (Consumer<SampleLab>)
                                lab -> lab.file("lab.yaml", "id: sample\n\ttitle: A\n"),
                        List.of(
                                "lab.yaml:2: is no YAML: while scanning for the next token:"
                                        + " found character '\\t(TAB)' that cannot start any token."
                                        + " (Do not use \\t(TAB) for indentation)")),
                Arguments.of(
                        "an empty file",
                        (Consumer<SampleLab>) lab -> lab.file("lab.yaml", "# nothing\n"),
                        List.of("lab.yaml:1: is empty")));
    }

    private static Arguments yaml(String old, String text, String... problems) {
        return Arguments.of(
                text.isEmpty() ? "without " + old.strip() : text.strip(),
                (Consumer<SampleLab>) lab -> lab.replace("lab.yaml", old, text),
                List.of(problems));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoiled")
    void isToldWithFileLineAndField(String name, Consumer<SampleLab> spoil, List<String> problems) {
        spoil.accept(SampleLab.write(labs, "sample"));
        assertThat(problems(name)).containsExactlyInAnyOrderElementsOf(problems);
    }

    @Test
    void allAreToldTogetherInOneUserError() {
        SampleLab.write(labs, "sample")
                .replace("lab.yaml", "minutes: 5", "minutes: some")
                .delete("1-first-step/task.md")
                .file("2-second-step/hints.md", "## a\n");
        UserError error =
                org.assertj.core.api.Assertions.catchThrowableOfType(
                        UserError.class, () -> Course.open(labs).lab("sample").orUserError());
        assertThat(error.what().lines()).hasSize(3);
        assertThat(error.whatToDo()).contains("sample");
    }

    private List<String> problems(String name) {
        return switch (Course.open(labs).lab("sample")) {
            case LabFiles.Sound _ -> throw new AssertionError(name + " is sound");
            case LabFiles.Unsound(String _, List<CourseProblem> found) ->
                    found.stream()
                            .map(CourseProblem::toString)
                            .map(text -> text.replaceFirst("^sample/?", ""))
                            .toList();
        };
    }
}
