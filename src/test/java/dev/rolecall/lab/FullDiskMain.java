package dev.rolecall.lab;

import dev.rolecall.course.Lab;
import dev.rolecall.fault.UserError;
import dev.rolecall.progress.RunStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Plays the little lab in a folder whose disk it fills and empties. Prints a line for what comes
/// of it, each with its name in front.
///
/// Arguments: the folder, small and ours alone; a folder for the lab.
final class FullDiskMain {
    private final Path folder;
    private final Lab lab;

    private FullDiskMain(Path folder, Lab lab) {
        this.folder = folder;
        this.lab = lab;
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        FullDiskMain main = new FullDiskMain(folder, LittleLab.in(Path.of(args[1])).read());
        main.play();
        main.goOn();
        main.beginOnAFullDisk();
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private RunStore store() {
        return new RunStore(folder.resolve("kept"));
    }

    private Player open() {
        return new Player(lab, folder, Optional.of(store()));
    }

    private static void say(String name, Object what) {
        System.out.println(name + ": " + what);
    }

    private void play() throws IOException {
        try (Player player = open()) {
            player.type("iam.createUser(b -> b.userName(\"Ada\"));");
            player.type("s3.createBucket(b -> b.bucket(\"box\"));");
            say("done", player.run.done());
            fill();
            tell("full", player.type("/next"));
            tell("full", player.type("iam.createAccessKey(b -> b.userName(\"Ada\"));"));
            say("value", player.value("40 + 2"));
            tell("put", player.type(put("big", "1 << 20")));
            say(
                    "objects",
                    player.value("s3.listObjectsV2(b -> b.bucket(\"box\")).contents().size()"));
            say("done", player.run.done());
            say("kept", store().load() instanceof RunStore.Kept);
            Files.delete(ballast());
            tell("room", player.type(put("big", "1 << 20")));
            say(
                    "objects",
                    player.value("s3.listObjectsV2(b -> b.bucket(\"box\")).contents().size()"));
        }
    }

    private static String put(String key, String bytes) {
        return "s3.putObject(b -> b.bucket(\"box\").key(\""
                + key
                + "\"), RequestBody.fromBytes(new byte["
                + bytes
                + "])).eTag().length()";
    }

    private static void tell(String name, List<Event> events) {
        for (Event event : events) {
            switch (event) {
                case Event.NotKept(String what, String whatToDo) ->
                        say(name, "not kept: " + what + "; " + whatToDo);
                case Event.Said(String text) -> say(name, "said: " + text);
                case Event.Answered answered -> say(name, answered.snippet().outcome());
                default -> {}
            }
        }
    }

    private void goOn() {
        try (Player player = open()) {
            player.run.opening(_ -> {});
            say("again", player.run.done());
            say("users", player.value("iam.listUsers().users().size()"));
        }
    }

    private void beginOnAFullDisk() throws IOException {
        fill();
        try (Player player = open()) {
            say("users", player.value("iam.listUsers().users().size()"));
        } catch (UserError e) {
            say("error", e.what() + "; " + e.whatToDo());
        }
        Files.delete(ballast());
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    private void fill() throws IOException {
        byte[] piece = new byte[4096];
        try (OutputStream out = Files.newOutputStream(ballast())) {
            while (true) {
                out.write(piece);
            }
        } catch (IOException e) {
            say("filled", String.valueOf(e.getMessage()));
        }
    }
}
