package dev.rolecall.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    @ParameterizedTest
    @CsvSource({"check, check", "ch, check", "t, task", "q, quit", "so, solve"})
    void aNameOrItsOnlyBeginningFindsTheCommand(String typed, String name) {
        assertThat(Commands.find(typed).map(Command::name)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c", "h", "chekc", "CHECK", "checks"})
    void anythingElseFindsNone(String typed) {
        assertThat(Commands.find(typed)).isEmpty();
    }

    @Test
    void whatCouldHaveBeenMeantIsNamed() {
        assertThat(Commands.unknown("chekc"))
                .isEqualTo(
                        new Event.Rejected("there is no command /chekc", "did you mean /check?"));
        assertThat(Commands.unknown("h").whatToDo()).isEqualTo("did you mean /hint or /help?");
        assertThat(Commands.unknown("").whatToDo()).isEqualTo("/help lists the commands");
        assertThat(Commands.unknown("vars").whatToDo()).isEqualTo("/help lists the commands");
    }

    @Test
    void everyCommandExplainsItself() {
        assertThat(Commands.ALL)
                .allSatisfy(command -> {
                    assertThat(command.name()).matches("[a-z]+");
                    assertThat(command.summary()).isNotBlank().doesNotEndWith(".");
                    assertThat(command.details()).matches("(?s).+\\.\\)?");
                });
        assertThat(Commands.ALL.stream().map(Command::name)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/check", "  /check", "/", "/x y", "/\u00e4"})
    void aLineThatBeginsWithASlashIsACommand(String line) {
        assertThat(Input.isCommand(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"// a", "/* a */", "/**", "1 / 2", "", "x /check"})
    void commentsAndEverythingElseAreJava(String line) {
        assertThat(Input.isCommand(line)).isFalse();
    }
}
