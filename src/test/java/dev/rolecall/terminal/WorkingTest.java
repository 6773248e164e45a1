package dev.rolecall.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.console.Theme;
import dev.rolecall.lab.Event;
import dev.rolecall.lab.Status;
import dev.rolecall.snippet.Evaluated;
import dev.rolecall.snippet.Outcome;
import dev.rolecall.snippet.Printed;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// With no patience at all: the word comes as soon as it may.
@Timeout(30)
class WorkingTest {
    private static final Status STATUS =
            new Status("lab", 1, 7, "admin", Optional.of(Duration.ofMinutes(5)));

    private final CountDownLatch spoken = new CountDownLatch(1);
    private final Spy page = new Spy();
    private final EventView view =
            new EventView(
                    page,
                    () -> {
                        throw new AssertionError("no policy is quoted here");
                    });

    /// Counts down when the word is there.
    private final class Spy implements Screen {
        private final Page page = new Page(80, Theme.PLAIN);

        @Override
        public int width() {
            return page.width();
        }

        @Override
        public Theme theme() {
            return page.theme();
        }

        @Override
        public void write(String text) {
            page.write(text);
            if (text.contains("working")) {
                spoken.countDown();
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aWordIsSaidWhileNothingElseIs() {
        Working working = new Working(view, Duration.ZERO);
        String result =
                working.during(() -> {
                    await(spoken);
                    return "done";
                });
        assertThat(result).isEqualTo("done");
        assertThat(page.page.text()).isEqualTo("  working; Ctrl-C stops it\n");
    }

    @Test
    void nothingIsSaidOnceThereWasAnAnswer() {
        Working working = new Working(view, Duration.ofDays(1));
        working.during(() -> {
            working.tell(new Event.Output(new Printed(false, "half a li")));
            return "";
        });
        working.speak(1);
        assertThat(page.page.text()).isEqualTo("half a li");
    }

    @Test
    void theWordNeverStandsBehindAHalfPrintedLine() {
        Working working = new Working(view, Duration.ZERO);
        working.tell(new Event.Output(new Printed(false, "left behind")));
        working.during(() -> {
            await(spoken);
            return "";
        });
        assertThat(page.page.text()).isEqualTo("left behind\n  working; Ctrl-C stops it\n");
    }

    @Test
    void aLineThatTheEngineTypesIsWaitedForAnew() {
        Working working = new Working(view, Duration.ofDays(1));
        working.during(() -> {
            working.tell(new Event.Said("The reference solution:"));
            working.tell(new Event.Typed(STATUS, "slow()"));
            working.speak(2);
            return "";
        });
        assertThat(page.page.text())
                .endsWith("lab 1/7 admin (5 min)> slow()\n  working; Ctrl-C stops it\n");
    }

    @Test
    void whatComesAfterASnippetsAnswerIsWaitedForAnew() {
        Working working = new Working(view, Duration.ofDays(1));
        Event answered =
                new Event.Answered(
                        new Evaluated("1", "int k = 1;", new Outcome.Value("k", "int", "1")));
        working.during(() -> {
            working.tell(answered);
            working.speak(2);
            return "";
        });
        assertThat(page.page.text()).isEqualTo("k ==> 1\n  working; Ctrl-C stops it\n");
    }

    @Test
    void whatIsToldWhileNobodyWaitsBeginsNoWait() {
        Working working = new Working(view, Duration.ofDays(1));
        working.tell(new Event.Answered(new Evaluated("1", "f();", new Outcome.Done())));
        working.speak(1);
        assertThat(page.page.text()).isEmpty();
    }

    @Test
    void aWordMeantForAnEarlierWaitIsNotSaid() {
        Working working = new Working(view, Duration.ofDays(1));
        working.during(() -> "first");
        working.during(() -> {
            working.speak(1);
            return "second";
        });
        assertThat(page.page.text()).isEmpty();
    }
}
