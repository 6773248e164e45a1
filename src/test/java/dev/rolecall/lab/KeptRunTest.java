package dev.rolecall.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolecall.cloud.Backing;
import dev.rolecall.course.Lab;
import dev.rolecall.fault.UserError;
import dev.rolecall.guard.LabClock;
import dev.rolecall.iam.Ids;
import dev.rolecall.progress.RunStore;
import dev.rolecall.snippet.ShellSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run that ends and goes on in another JVM, as after a quit or a `kill -9`.
class KeptRunTest {
    @TempDir Path folder;

    private Lab lab() {
        return LittleLab.in(folder.resolve("labs")).read();
    }

    private Path kept() {
        return folder.resolve("kept");
    }

    private Player open(Lab lab) {
        return new Player(lab, folder, Optional.of(new RunStore(kept())));
    }

    private static List<Event> opening(Player player) {
        List<Event> events = new ArrayList<>();
        player.run.opening(events::add);
        return events;
    }

    @Test
    void everythingIsAsItWas() {
        Lab lab = lab();
        try (Player first = open(lab)) {
            assertThat(opening(first)).contains(new Event.Opened(lab, false));
            first.type("/goto 2");
            first.type("var session = sts.getSessionToken().credentials();");
            first.type("/as session");
            first.type("int kept = 41;");
            first.type("/hint");
            first.type("/clock +13h");
        }
        try (Player again = open(lab)) {
            assertThat(again.prompt())
                    .as("at once, before the cloud is up")
                    .isEqualTo("little 2/2 admin (session) (ended)> ");
            assertThat(opening(again)).contains(new Event.Opened(lab, true));
            assertThat(again.value("kept + 1")).isEqualTo("42");
            assertThat(again.run.done()).containsExactly(1);
            assertThat(again.type("/hint", Event.Hinted.class).getFirst().rung()).isEqualTo(2);
            assertThat(again.type("/clock", Event.ClockMoved.class).getFirst().offset())
                    .isEqualTo(Duration.ofHours(13));
            again.type("/as admin");
            assertThat(again.value("iam.listUsers().users().size()")).isEqualTo("2");
            again.type("/reset lab");
            assertThat(again.value("iam.listUsers().users().size()")).isEqualTo("1");
        }
    }

    @Test
    void chanceAndTimeAreAsTheyWere() {
        Lab lab = lab();
        String before;
        try (Player first = open(lab)) {
            first.type("var bucket = \"notes-\" + UUID.randomUUID(); var now = Instant.now();");
            first.type("Math.random()");
            before = first.value("bucket + now + $3");
        }
        try (Player again = open(lab)) {
            List<Event> lost = new ArrayList<>();
            assertThat(again.value("bucket + now + $3")).isEqualTo(before).contains("notes-");
            again.run.tellBackground(lost::add);
            assertThat(lost).isEmpty();
        }
    }

    @Test
    void whatCannotBeReadIsSetAsideAndAnotherRunBegins() throws IOException {
        Lab lab = lab();
        Files.createDirectories(kept());
        Files.writeString(kept().resolve("state.json"), "what is this");
        try (Player player = open(lab)) {
            assertThat(opening(player))
                    .first()
                    .isInstanceOfSatisfying(
                            Event.SetAside.class,
                            aside ->
                                    assertThat(aside.where().resolve("state.json"))
                                            .hasContent("what is this"));
            assertThat(player.prompt()).isEqualTo("little 1/2 admin> ");
            assertThat(player.value("1 + 1")).isEqualTo("2");
        }
    }

    @Test
    void aSaveThatFailsIsSaidOnceAndNothingIsLost() throws IOException {
        Lab lab = lab();
        try (Player player = open(lab)) {
            player.type("int a = 1;");
            Path wall = Files.createDirectory(kept().resolve("state.json.new"));
            assertThat(player.type("int b = 2;", Event.NotKept.class)).hasSize(1);
            assertThat(player.type("int c = 3;", Event.NotKept.class)).isEmpty();
            assertThat(player.value("a + b + c")).isEqualTo("6");
            Files.delete(wall);
            assertThat(player.type("int d = 4;", Event.Said.class))
                    .containsExactly(new Event.Said("Everything is kept again."));
        }
        try (Player again = open(lab)) {
            assertThat(again.value("a + b + c + d")).isEqualTo("10");
        }
    }

    @Test
    void aPortInUseIsForThePersonToMend() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                LabRun run =
                        LabRun.open(
                                new LabSettings(
                                        lab(),
                                        folder.resolve("files"),
                                        folder.resolve("cache"),
                                        Optional.empty(),
                                        new LabClock(Clock.systemUTC()),
                                        Ids.secure(),
                                        taken.getLocalPort(),
                                        new Backing.Embedded(),
                                        new ShellSettings.AotCache.None(),
                                        "test",
                                        false,
                                        bug -> {}))) {
            assertThatThrownBy(run::awaitCloud)
                    .isInstanceOfSatisfying(
                            UserError.class,
                            error ->
                                    assertThat(error.what())
                                            .contains(Integer.toString(taken.getLocalPort())));
            assertThatThrownBy(() -> run.analyse("1")).isInstanceOf(UserError.class);
        }
    }
}
