package dev.rolecall.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolecall.fault.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStoreTest {
    @TempDir Path root;
    private Path folder;
    private RunStore store;

    @BeforeEach
    void aStore() {
        folder = root.resolve("lab");
        store = new RunStore(folder);
    }

    private RunStore.Found reopened() {
        return new RunStore(folder).load();
    }

    private Path state() {
        return folder.resolve("state.json");
    }

    private Path journal() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void whatWasSavedIsReadBack() {
        store.save("{\n}", List.of("eins", "zwei ü"));
        store.save("{}", List.of());
        store.save("{1}", List.of("drei"));
        assertThat(reopened())
                .isEqualTo(new RunStore.Kept("{1}", List.of("eins", "zwei ü", "drei")));
    }

    @Test
    void anEmptyFolderHoldsNothing() {
        assertThat(reopened()).isEqualTo(new RunStore.Nothing());
    }

    @Test
    void aRewriteReplacesTheWholeJournalAndLeavesNoOther() throws IOException {
        store.save("a", List.of("1", "2"));
        store.rewrite("b", List.of("3"));
        store.save("c", List.of("4"));
        assertThat(reopened()).isEqualTo(new RunStore.Kept("c", List.of("3", "4")));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void aStoreThatWasReopenedGoesOnWhereItWas() {
        store.save("a", List.of("1"));
        RunStore next = new RunStore(folder);
        next.load();
        next.save("b", List.of("2"));
        assertThat(reopened()).isEqualTo(new RunStore.Kept("b", List.of("1", "2")));
    }

    @Test
    void killedBetweenJournalAndStateTheOldStateCountsAndTheNextLinesTakeTheRoom()
            throws IOException {
        store.save("old", List.of("1"));
        Files.writeString(journal(), "2\nhalf a li", StandardOpenOption.APPEND);
        Files.writeString(folder.resolve("state.json.new"), "half");
        assertThat(reopened()).isEqualTo(new RunStore.Kept("old", List.of("1")));
        RunStore next = new RunStore(folder);
        next.load();
        next.save("new", List.of("zwei"));
        assertThat(reopened()).isEqualTo(new RunStore.Kept("new", List.of("1", "zwei")));
    }

    @Test
    void killedInTheMiddleOfARewriteTheOldStateCounts() throws IOException {
        store.save("old", List.of("1"));
        String name = journal().getFileName().toString();
        int number = Integer.parseInt(name.replaceAll("\\D", ""));
        Files.writeString(folder.resolve("journal-" + (number + 1) + ".jsonl"), "leftover of it");
        RunStore next = new RunStore(folder);
        assertThat(next.load()).isEqualTo(new RunStore.Kept("old", List.of("1")));
        next.rewrite("new", List.of("2"));
        assertThat(reopened()).isEqualTo(new RunStore.Kept("new", List.of("2")));
    }

    @Test
    void aSaveThatFailsLeavesTheOldStateAndTheNextOneMakesGood() throws IOException {
        store.save("old", List.of("1"));
        Files.createDirectory(folder.resolve("state.json.new"));
        assertThatThrownBy(() -> store.save("new", List.of("2")))
                .isInstanceOfSatisfying(
                        UserError.class,
                        error -> assertThat(error.what()).contains(folder.toString()));
        assertThat(reopened()).isEqualTo(new RunStore.Kept("old", List.of("1")));
        Files.delete(folder.resolve("state.json.new"));
        store.save("newer", List.of("2", "3"));
        assertThat(reopened()).isEqualTo(new RunStore.Kept("newer", List.of("1", "2", "3")));
    }

    @Test
    void aRewriteThatFailsLeavesTheOldState() throws IOException {
        store.save("old", List.of("1"));
        Files.createDirectory(folder.resolve("state.json.new"));
        assertThatThrownBy(() -> store.rewrite("new", List.of())).isInstanceOf(UserError.class);
        assertThat(reopened()).isEqualTo(new RunStore.Kept("old", List.of("1")));
        Files.delete(folder.resolve("state.json.new"));
        store.save("on", List.of("2"));
        assertThat(reopened()).isEqualTo(new RunStore.Kept("on", List.of("1", "2")));
    }

    @Test
    void everyDamageIsSeenAndNamed() throws IOException {
        store.save("good", List.of("1", "2"));
        String good = Files.readString(state());
        for (String bad :
                List.of(
                        "",
                        "\n",
                        "garbage",
                        "1\n{}",
                        "one 2\n{}",
                        "1 -\n",
                        "0 99999999999999999999\n")) {
            Files.writeString(state(), bad);
            assertThat(reopened()).as(bad).isInstanceOf(RunStore.Damaged.class);
        }
        Files.write(state(), new byte[] {'1', ' ', '0', '\n', (byte) 0xff});
        assertThat(reopened()).isEqualTo(new RunStore.Damaged("it is not text"));
        Files.writeString(state(), good);
        Files.writeString(journal(), "1\n");
        assertThat(reopened())
                .isInstanceOfSatisfying(
                        RunStore.Damaged.class,
                        damaged -> assertThat(damaged.why()).endsWith("was cut"));
        Files.delete(journal());
        assertThat(reopened())
                .isInstanceOfSatisfying(
                        RunStore.Damaged.class,
                        damaged -> assertThat(damaged.why()).contains("not there"));
    }

    @Test
    void aJournalThatIsNotTextIsDamage() throws IOException {
        store.save("good", List.of("12345"));
        Files.write(journal(), new byte[] {(byte) 0xc3, '(', 0, 1, 2, '\n'});
        assertThat(reopened()).isInstanceOf(RunStore.Damaged.class);
    }

    @Test
    void readingChangesNothingOnDisk() throws IOException {
        store.save("good", List.of("1"));
        Files.writeString(journal(), "unconfirmed", StandardOpenOption.APPEND);
        reopened();
        assertThat(Files.readString(journal(), StandardCharsets.UTF_8)).endsWith("unconfirmed");
    }

    @Test
    void whatIsSetAsideKeepsAllItsFilesAndNothingIsEverOverwritten() throws IOException {
        store.save("first", List.of("1"));
        Files.writeString(folder.resolve("body"), "bytes of an object");
        Path one = store.setAside();
        store.save("second", List.of());
        Path two = store.setAside();
        assertThat(one).isNotEqualTo(two);
        assertThat(one.resolve("body")).hasContent("bytes of an object");
        assertThat(new RunStore(one).load()).isEqualTo(new RunStore.Kept("first", List.of("1")));
        assertThat(new RunStore(two).load()).isEqualTo(new RunStore.Kept("second", List.of()));
        assertThat(reopened()).isEqualTo(new RunStore.Nothing());
        assertThat(folder).isDirectory();
    }

    @Test
    void aJournalCutWhileTheShellRunsIsNotWrittenOn() throws IOException {
        store.save("a", List.of("1", "2"));
        Files.writeString(journal(), "");
        assertThatThrownBy(() -> store.save("b", List.of("3"))).isInstanceOf(UserError.class);
        store.rewrite("c", List.of("1", "2", "3"));
        assertThat(reopened()).isEqualTo(new RunStore.Kept("c", List.of("1", "2", "3")));
    }
}
