package dev.rolecall.lab;

import dev.rolecall.course.Course;
import dev.rolecall.course.Lab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A sound lab of two steps on disk, for a test to play or to spoil. Step one: make the user Ada.
/// Step two: give her a key, and nobody else one.
record LittleLab(Path labs) {
    static LittleLab in(Path labs) {
        LittleLab lab = new LittleLab(labs);
        lab.file(
                "lab.yaml",
                """
                id: little
                title: A little lab
                minutes: 1
                steps:
                  - id: make-ada
                    title: Make Ada
                    points: 1
                  - id: give-a-key
                    title: Give her a key
                    points: 1
                """);
        lab.step("1-make-ada", "iam.createUser(b -> b.userName(\"Ada\"));\n");
        lab.wrong(
                "1-make-ada",
                "other-name",
                "adaExists",
                "iam.createUser(b -> b.userName(\"Bob\"))");
        lab.wrong("1-make-ada", "nothing", "adaExists", "1 + 1");
        lab.step("2-give-a-key", "iam.createAccessKey(b -> b.userName(\"Ada\"));\n");
        lab.wrong(
                "2-give-a-key",
                "two-keys",
                "oneKeyOnly",
                "iam.createAccessKey(b -> b.userName(\"Ada\"));\n"
                        + "iam.createAccessKey(b -> b.userName(\"Ada\"));");
        lab.wrong("2-give-a-key", "nothing", "adaHasAKey", "1 + 1");
        lab.file(
                "LittleChecks.java",
                """
                import dev.rolecall.check.*;
                import org.junit.jupiter.api.*;

                @LabChecks
                class LittleChecks {
                    @Nested
                    class MakeAda {
                        @Test @Order(1) @DisplayName("Ada exists")
                        void adaExists(World world) {
                            if (world.user("Ada").isEmpty()) {
                                throw Unmet.expected("a user named Ada").observed("none");
                            }
                        }
                    }

                    @Nested
                    class GiveAKey {
                        @Test @Order(1) @DisplayName("Ada has a key")
                        void adaHasAKey(World world) {
                            if (world.accessKeys("Ada").isEmpty()) {
                                throw Unmet.expected("a key").observed("none");
                            }
                        }

                        @Test @Order(2) @DisplayName("she has one only")
                        void oneKeyOnly(World world) {
                            if (world.accessKeys("Ada").size() != 1) {
                                throw Unmet.expected("one key").observed("another number");
                            }
                        }
                    }
                }
                """);
        return lab;
    }

    private void step(String name, String solution) {
        file(name + "/task.md", "Do it.\n");
        file(name + "/hints.md", "## Concept\na\n## Where\nb\n## Shape\nc\n");
        file(name + "/solution.jsh", solution);
    }

    LittleLab wrong(String step, String name, String failsAt, String script) {
        return file(
                step + "/wrong/" + name + ".jsh", "// fails at: " + failsAt + "\n" + script + "\n");
    }

    LittleLab file(String name, String text) {
        try {
            Path file = labs.resolve("little").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LittleLab replace(String name, String old, String text) {
        try {
            String before = Files.readString(labs.resolve("little").resolve(name));
            if (!before.contains(old)) {
                throw new IllegalArgumentException(old);
            }
            return file(name, before.replace(old, text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Lab read() {
        return Course.open(labs).lab("little").orUserError();
    }
}
