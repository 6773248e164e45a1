package dev.rolecall.lab;

import dev.rolecall.guard.LabClock;
import dev.rolecall.policy.Principal;
import dev.rolecall.sts.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `/clock`: tells the lab's time, or moves it.
final class ClockCommand implements Command {
    /// AWS's longest session is 36 hours; a year is enough to see anything end.
    private static final Duration FARTHEST = Duration.ofDays(366);

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public String arguments() {
        return "[+61m|reset]";
    }

    @Override
    public String summary() {
        return "tell the lab's time, or move it";
    }

    @Override
    public String details() {
        return """
        `/clock +61m` lets 61 minutes pass at once, so that you see a session end; `s`, `m`, `h`, `d` \
        are units, and `+1h30m` is a time too, as is `-5m`. `/clock reset` goes back to real time. The \
        JVM of your Java keeps real time: a credentials provider that renews its session by itself does \
        not notice.\
        """;
    }

    @Override
    public void run(LabRun run, String argument, Consumer<Event> out) {
        LabClock clock = run.cloud().clock();
        Instant before = clock.instant();
        if (argument.isEmpty()) {
            out.accept(new Event.ClockMoved(before, Duration.ZERO, clock.offset(), List.of()));
            return;
        }
        Duration offset = clock.offset();
        if (argument.equals("reset")) {
            clock.reset();
        } else {
            Optional<Duration> by = parse(argument);
            if (by.isEmpty() || by.get().plus(offset).abs().compareTo(FARTHEST) > 0) {
                out.accept(
                        new Event.Rejected(
                                "cannot move the clock by `" + argument + "`",
                                "write a time such as +61m, +1h30m or -5m, a year away at most, or reset"));
                return;
            }
            clock.advance(by.get());
        }
        Instant now = clock.instant();
        Duration moved = clock.offset().minus(offset);
        out.accept(new Event.ClockMoved(now, moved, clock.offset(), ended(run, before, now)));
        run.lookAgain(out);
    }

    private static List<Event.Ended> ended(LabRun run, Instant before, Instant now) {
        String acting = run.acting().credentials().accessKeyId();
        return run.cloud().sts().state().sessions().values().stream()
                .filter(session -> session.facts().expires().isAfter(before))
                .filter(session -> !session.facts().expires().isAfter(now))
                .sorted(
                        Comparator.comparing((Session session) -> !isActing(session, acting))
                                .thenComparing(session -> session.facts().expires()))
                .map(session ->
                        new Event.Ended(
                                named(session),
                                Duration.between(session.facts().expires(), now),
                                isActing(session, acting)))
                .toList();
    }

    private static boolean isActing(Session session, String accessKeyId) {
        return session.accessKeyId().equals(accessKeyId);
    }

    private static String named(Session session) {
        String label = Wardrobes.label(session);
        return session.principal() instanceof Principal.RoleSession role
                ? role.sessionName() + " of " + label
                : label;
    }

    static Optional<Duration> parse(String text) {
        Matcher whole = Pattern.compile("([+-]?)((?:\\d{1,7}[smhd])+)").matcher(text);
        if (!whole.matches()) {
            return Optional.empty();
        }
        Duration sum = Duration.ZERO;
        Matcher part = Pattern.compile("(\\d+)([smhd])").matcher(whole.group(2));
        while (part.find()) {
            sum =
                    sum.plus(
                            unit(part.group(2).charAt(0))
                                    .multipliedBy(Long.parseLong(part.group(1))));
        }
        return Optional.of(whole.group(1).equals("-") ? sum.negated() : sum);
    }

    private static Duration unit(char letter) {
        return switch (letter) {
            case 's' -> Duration.ofSeconds(1);
            case 'm' -> Duration.ofMinutes(1);
            case 'h' -> Duration.ofHours(1);
            default -> Duration.ofDays(1);
        };
    }

    @Override
    public List<String> candidates(LabRun run) {
        return List.of("+61m", "+1h", "reset");
    }
}
