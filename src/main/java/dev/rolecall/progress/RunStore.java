package dev.rolecall.progress;

import dev.rolecall.fault.UserError;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Keeps one run in a folder of its own: a state that is replaced whole, and a journal that grows
/// beside it. The state's first line says which journal belongs to it and how many bytes of that
/// count, so a shell killed at any moment leaves the old state or the new one.
public final class RunStore {
    private static final String STATE = "state.json";

    private final Path folder;
    private Head head = new Head(0, 0);

    /// What was found in the folder.
    public sealed interface Found {}

    /// No run was kept.
    public record Nothing() implements Found {}

    /// A run was kept.
    ///
    /// @param state the last saved state
    /// @param journal the lines appended up to then
    public record Kept(String state, List<String> journal) implements Found {
        public Kept {
            journal = List.copyOf(journal);
        }
    }

    /// A run was kept, and something has damaged it since.
    ///
    /// @param why lower case, no final period
    public record Damaged(String why) implements Found {}

    /// The state's first line.
    ///
    /// @param journal the number of the journal that belongs to the state
    /// @param length how many bytes of it count
    private record Head(int journal, long length) {
        static Head parse(String line) {
            String[] words = line.split(" ", -1);
            if (words.length != 2) {
                throw new IllegalArgumentException("line 1 of " + STATE + " is not its own");
            }
            return new Head(Integer.parseInt(words[0]), Long.parseLong(words[1]));
        }

        @Override
        public String toString() {
            return journal + " " + length;
        }
    }

    /// @param folder the run's own: [#setAside()] moves it with all that is in it
    public RunStore(Path folder) {
        this.folder = folder;
    }

    /// Reads what was kept. Changes nothing.
    ///
    /// @throws UserError if it is there and may not be read
    public Found load() {
        try {
            String text = Files.readString(folder.resolve(STATE));
            int end = Math.max(0, text.indexOf('\n'));
            Head kept = Head.parse(text.substring(0, end));
            List<String> lines = journal(kept.journal()).read(kept.length());
            head = kept;
            return new Kept(text.substring(end + 1), lines);
        } catch (NoSuchFileException e) {
            return e.getFile().endsWith(STATE)
                    ? new Nothing()
                    : new Damaged(Path.of(e.getFile()).getFileName() + " is not there");
        } catch (CharacterCodingException e) {
            return new Damaged("it is not text");
        } catch (EOFException | IllegalArgumentException | ArithmeticException e) {
            return new Damaged(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UserError(
                    "cannot read the run kept in " + folder,
                    "make it readable, or name another home with ROLECALL_HOME");
        }
    }

    /// Appends to the journal, then replaces the state.
    ///
    /// @throws UserError if that cannot be written; then the old state still counts
    public void save(String state, List<String> newLines) {
        write(head, state, newLines);
    }

    /// Replaces the state and the whole journal, as after a reset.
    ///
    /// @throws UserError if that cannot be written; then the old state still counts
    public void rewrite(String state, List<String> lines) {
        Head old = head;
        write(new Head(old.journal() + 1, 0), state, lines);
        try {
            Files.deleteIfExists(journalFile(old.journal()));
        } catch (IOException e) {
            // It belongs to no state any more, and only takes room.
            return;
        }
    }

    private void write(Head from, String state, List<String> lines) {
        try {
            Files.createDirectories(folder);
            long length = journal(from.journal()).append(from.length(), lines);
            Head next = new Head(from.journal(), length);
            Path file = folder.resolve(STATE + ".new");
            Files.writeString(file, next + "\n" + state);
            move(file, folder.resolve(STATE));
            head = next;
        } catch (IOException e) {
            throw new UserError(
                    "cannot write to " + folder, "make room there, or make it writable");
        }
    }

    /// Moves the run out of the way, with all that is in its folder, and returns where it is now.
    ///
    /// @throws UserError if it cannot be moved
    public Path setAside() {
        int number = 1;
        while (Files.exists(aside(number))) {
            number++;
        }
        try {
            Files.move(folder, aside(number));
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UserError(
                    "cannot move " + folder + " out of the way",
                    "move it yourself, or name another home with ROLECALL_HOME");
        }
        head = new Head(0, 0);
        return aside(number);
    }

    private Path aside(int number) {
        return folder.resolveSibling(folder.getFileName() + ".aside-" + number);
    }

    private Journal journal(int number) {
        return new Journal(journalFile(number));
    }

    private Path journalFile(int number) {
        return folder.resolve("journal-" + number + ".jsonl");
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
