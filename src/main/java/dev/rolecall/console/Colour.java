package dev.rolecall.console;

import java.util.Map;

/// The decision between colour and plain text (https://no-color.org).
public final class Colour {
    private Colour() {}

    /// Chooses the theme.
    ///
    /// @param environment the process's environment
    /// @param plain whether `--plain` was given
    /// @param terminal whether the output goes to a terminal
    public static Theme theme(Map<String, String> environment, boolean plain, boolean terminal) {
        boolean colour = terminal && !plain && !noColour(environment) && !dumb(environment);
        return colour ? Theme.COLOUR : Theme.PLAIN;
    }

    /// Whether the terminal can neither move the cursor nor draw: `TERM=dumb`.
    public static boolean dumb(Map<String, String> environment) {
        return environment.getOrDefault("TERM", "").equals("dumb");
    }

    // Present and not empty, whatever its value.
    private static boolean noColour(Map<String, String> environment) {
        return !environment.getOrDefault("NO_COLOR", "").isEmpty();
    }
}
