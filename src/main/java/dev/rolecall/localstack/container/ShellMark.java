package dev.rolecall.localstack.container;

import java.util.Map;
import java.util.Optional;

/// Which shell a container belongs to, as the container's labels say.
///
/// @param where whose processes are counted, and on which machine: only there does a number mean
///   the same process
/// @param pid the process's number, given to another some day
/// @param began when the process began, so that a number that was given again is noticed
record ShellMark(String where, long pid, String began) {
    /// A process that began at some time.
    static final String SHELL = "dev.rolecall.shell";

    /// The machine.
    static final String WHERE = "dev.rolecall.where";

    Map<String, String> labels() {
        return Map.of(SHELL, pid + "@" + began, WHERE, where);
    }

    /// Nothing if the labels are not such as we write.
    static Optional<ShellMark> of(Map<String, String> labels) {
        String where = labels.getOrDefault(WHERE, "");
        String[] shell = labels.getOrDefault(SHELL, "").split("@", 2);
        boolean whole = !where.isEmpty() && shell.length == 2 && !shell[1].isEmpty();
        return whole && shell[0].matches("[0-9]{1,18}")
                ? Optional.of(new ShellMark(where, Long.parseLong(shell[0]), shell[1]))
                : Optional.empty();
    }
}
