package dev.rolecall.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolecall.fault.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir Path folder;

    @Test
    void itLiesInTheUsersHomeUnlessTheEnvironmentNamesAnother() {
        Path user = Path.of("/home/ada");
        assertThat(Home.place(Map.of(), user)).isEqualTo(Path.of("/home/ada/.rolecall"));
        assertThat(Home.place(Map.of("ROLECALL_HOME", ""), user))
                .isEqualTo(Path.of("/home/ada/.rolecall"));
        assertThat(Home.place(Map.of("ROLECALL_HOME", "/srv/labs"), user))
                .isEqualTo(Path.of("/srv/labs"));
        assertThat(Home.place(Map.of("ROLECALL_HOME", "labs"), user)).isAbsolute();
    }

    @Test
    void itIsMadeWhereThereIsNone() {
        try (Home home = Home.open(folder.resolve("a/b"))) {
            assertThat(home.keeps()).isTrue();
            assertThat(home.folder("runs/lab")).isDirectory();
        }
    }

    @Test
    void aSecondOneWhileTheFirstIsOpenKeepsNothingAndLeavesNothing() throws IOException {
        try (Home first = Home.open(folder)) {
            Path elsewhere;
            try (Home second = Home.open(folder)) {
                assertThat(second.keeps()).isFalse();
                elsewhere = second.folder();
                assertThat(elsewhere).isNotEqualTo(first.folder());
                Files.writeString(second.folder("runs").resolve("state"), "x");
            }
            assertThat(elsewhere).doesNotExist();
        }
    }

    @Test
    void itCanBeOpenedAgainOnceItWasClosed() {
        Home.open(folder).close();
        try (Home again = Home.open(folder)) {
            assertThat(again.keeps()).isTrue();
        }
    }

    @Test
    void aThrowAwayHomeThatIsGoneAlreadyIsNoError() throws IOException {
        Home home = Home.throwAway();
        Files.delete(home.folder());
        home.close();
        assertThat(home.folder()).doesNotExist();
    }

    @Test
    void aPlaceThatCannotBeWrittenIsForThePersonToMend() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> Home.open(file.resolve("home")))
                .isInstanceOfSatisfying(
                        UserError.class,
                        error -> {
                            assertThat(error.what()).contains(file.toString());
                            assertThat(error.whatToDo()).contains("ROLECALL_HOME");
                        });
        try (Home home = Home.open(folder)) {
            assertThatThrownBy(() -> home.folder("file")).isInstanceOf(UserError.class);
        }
    }
}
