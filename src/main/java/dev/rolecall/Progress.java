package dev.rolecall;

import dev.rolecall.lab.Event;
import dev.rolecall.lab.LabRun;

/// How a cloud comes up, where nobody types meanwhile: beside the transcript, not in it.
final class Progress {
    private Progress() {}

    /// Waits until the run's cloud takes requests.
    ///
    /// @throws dev.rolecall.fault.UserError if it never will
    static void until(LabRun run) {
        run.tellBackground(Progress::tell);
        run.awaitCloud();
    }

    /// What was rejected is thrown to whoever waits.
    private static void tell(Event event) {
        if (event instanceof Event.Said(String line)) {
            System.err.println(line);
        }
    }
}
