package dev.rolecall.lab;

import dev.rolecall.course.Lab;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a prompt tells.
///
/// @param left how long the acting session still lasts; zero or negative once it ended
public record Status(String lab, int step, int steps, String acting, Optional<Duration> left) {

    /// @param acting empty while a new run's cloud is not there yet: then it is the administrator
    static Status of(Lab lab, int step, Optional<Acting> acting, Instant now) {
        return new Status(
                lab.id(),
                step,
                lab.steps().size(),
                acting.map(Acting::label).orElse(Engine.ADMIN),
                acting.flatMap(Acting::until).map(end -> Duration.between(now, end)));
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
