package dev.rolecall.progress;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/// Keeps one run on disk: a state that is replaced whole, and a journal that grows beside it. The
/// state's first line says which journal belongs to it and how much of that.
public final class RunStore {
    private static final String STATE = "state.json";

    private final Path folder;
    private int generation;

    /// What was kept.
    ///
    /// @param state the last saved state
    /// @param journal the lines appended up to then
    public record Kept(String state, List<String> journal) {
        public Kept {
            journal = List.copyOf(journal);
        }
    }

    public RunStore(Path folder) {
        this.folder = folder;
    }

    /// Reads what was kept, or empty if nothing was.
    public Optional<Kept> load() {
        Path file = folder.resolve(STATE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String text = Files.readString(file);
            int end = text.indexOf('\n');
            String[] head = text.substring(0, end).split(" ", -1);
            generation = Integer.parseInt(head[0]);
            List<String> lines = journal(generation).readUpTo(Long.parseLong(head[1]));
            return Optional.of(new Kept(text.substring(end + 1), lines));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /// Appends to the journal, then replaces the state: a shell killed at any moment leaves the old
    /// state or the new one.
    public void save(String state, List<String> newLines) {
        long length = journal(generation).append(newLines);
        replace(generation + " " + length + "\n" + state);
    }

    /// Replaces the state and the whole journal, as after a reset.
    public void rewrite(String state, List<String> lines) {
        int old = generation;
        generation++;
        forget(generation);
        long length = journal(generation).append(lines);
        replace(generation + " " + length + "\n" + state);
        forget(old);
    }

    private Journal journal(int number) {
        return new Journal(journalFile(number));
    }

    private Path journalFile(int number) {
        return folder.resolve("journal-" + number + ".jsonl");
    }

    private void forget(int number) {
        try {
            Files.deleteIfExists(journalFile(number));
        } catch (IOException e) {
            throw Journal.unwritable(journalFile(number));
        }
    }

    private void replace(String text) {
        Path file = folder.resolve(STATE);
        Path next = folder.resolve(STATE + ".new");
        try {
            Files.writeString(next, text);
            move(next, file);
        } catch (IOException e) {
            throw Journal.unwritable(file);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(
                    from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
