package dev.rolecall.snippet;

import dev.rolecall.fault.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// The files of the learner's JVM, all in the lab's folder: a home, a place for temporary files,
/// and the AWS configuration, in which every principal that was ever current has a profile.
///
/// The SDK reads a profile's name when a client is built and its keys when it is first used, so a
/// profile is never changed nor taken away while the shell lives.
final class LabFiles {
    private final Path folder;
    private final List<CredentialsValue> profiles = new ArrayList<>();

    LabFiles(Path folder) {
        this.folder = folder.toAbsolutePath();
        try {
            Files.createDirectories(home());
            Files.createDirectories(temporary());
            Files.createDirectories(config().getParent());
            Files.writeString(config(), "");
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    Path home() {
        return folder.resolve("home");
    }

    Path temporary() {
        return folder.resolve("tmp");
    }

    Path config() {
        return folder.resolve("aws").resolve("config");
    }

    Path credentials() {
        return folder.resolve("aws").resolve("credentials");
    }

    /// Where the JVM itself writes: what it says when it cannot start, or crashes.
    Path log(long number) {
        return folder.resolve("tmp").resolve("jvm-" + number + ".log");
    }

    /// The name of a principal's profile, which is in the file when this returns.
    synchronized String profileOf(CredentialsValue value) {
        int known = profiles.indexOf(value);
        if (known >= 0) {
            return name(known);
        }
        profiles.add(value);
        write();
        return name(profiles.size() - 1);
    }

    private static String name(int index) {
        return "lab-" + (index + 1);
    }

    private void write() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < profiles.size(); i++) {
            CredentialsValue value = profiles.get(i);
            text.append("[%s]%n".formatted(name(i)))
                    .append("aws_access_key_id = %s%n".formatted(value.accessKeyId()))
                    .append("aws_secret_access_key = %s%n".formatted(value.secretAccessKey()));
            value.sessionToken()
                    .ifPresent(t -> text.append("aws_session_token = %s%n".formatted(t)));
        }
        try {
            // a client may be reading: the old file or the new one, never half of it
            Path fresh = Files.createTempFile(credentials().getParent(), "credentials", ".new");
            Files.writeString(fresh, text);
            Files.move(
                    fresh,
                    credentials(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private UserError unwritable(IOException e) {
        return new UserError(
                "cannot write into " + folder + ": " + e.getMessage(),
                "free space there, or give yourself the right to write");
    }
}
