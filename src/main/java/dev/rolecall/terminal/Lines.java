package dev.rolecall.terminal;

/// Where typed lines come from.
interface Lines {
    /// Reads a line.
    ///
    /// @throws org.jline.reader.UserInterruptException if Ctrl-C dropped it
    /// @throws org.jline.reader.EndOfFileException if there is none any more
    String read(String prompt);

    /// Prints whole lines above the one that is being typed. May be called from any thread.
    void above(String text);
}
