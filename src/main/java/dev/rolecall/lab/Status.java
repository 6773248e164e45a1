package dev.rolecall.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a prompt tells.
///
/// @param left how long the acting session still lasts; zero or negative once it ended
public record Status(String lab, int step, int steps, String acting, Optional<Duration> left) {

    static Status of(String lab, int step, int steps, Acting acting, Instant now) {
        return new Status(
                lab,
                step,
                steps,
                acting.label(),
                acting.until().map(end -> Duration.between(now, end)));
    }

    /// The prompt: `assume-role 6/7 Test as account-s3-full-access (59 min)> `.
    public String prompt() {
        return lab
                + " "
                + step
                + "/"
                + steps
                + " "
                + acting
                + left.map(Status::remaining).orElse("")
                + "> ";
    }

    private static String remaining(Duration left) {
        if (left.isZero() || left.isNegative()) {
            return " (ended)";
        }
        long minutes = left.toMinutes();
        return minutes > 0 ? " (" + minutes + " min)" : " (" + left.toSeconds() + " s)";
    }
}
