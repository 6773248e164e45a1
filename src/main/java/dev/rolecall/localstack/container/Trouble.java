package dev.rolecall.localstack.container;

import dev.rolecall.fault.UserError;
import dev.rolecall.localstack.client.FullDisk;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What keeps a container from starting, in words for the person who can mend it.
final class Trouble {
    private static final String OR_EMBEDDED =
            ", or go on with the embedded cloud, which needs none";

    /// LocalStack's own exit code for a licence that is missing or not valid.
    private static final long LICENCE = 55;

    private static final Pattern LICENCE_WORDS =
            Pattern.compile(
                    "license activation failed|LOCALSTACK_AUTH_TOKEN", Pattern.CASE_INSENSITIVE);

    private static final Pattern NO_SUCH_IMAGE =
            Pattern.compile(
                    "not found|manifest unknown|repository does not exist|pull access denied",
                    Pattern.CASE_INSENSITIVE);

    /// At the end of a name: a host that is not found is no image that is not found.
    private static final Pattern NO_SUCH_HOST =
            Pattern.compile("no such host|server misbehaving|dial tcp", Pattern.CASE_INSENSITIVE);

    private static final Pattern WRAPPED =
            Pattern.compile("Status \\d+: \\{\"message\":\"(.*)\"}\\s*", Pattern.DOTALL);

    private static final int LINES = 3;
    private static final int LONGEST = 300;

    private Trouble() {}

    static UserError noEngine(String where) {
        return new UserError("no Docker engine answers " + where, "start Docker" + OR_EMBEDDED);
    }

    static UserError silentEngine(String where, long seconds) {
        return new UserError(
                "the Docker engine"
                        + where
                        + " takes connections and did not answer for "
                        + seconds
                        + " s",
                "restart Docker" + OR_EMBEDDED);
    }

    static UserError forbiddenEngine(Path socket) {
        return new UserError(
                "Docker's socket " + socket + " is not open to you",
                "have yourself added to its group (sudo usermod -aG docker YOU, then log in"
                        + " again)"
                        + OR_EMBEDDED);
    }

    static UserError noImageName(String text) {
        return new UserError(
                "`" + text + "` is no name of an image", "give one such as " + Container.IMAGE);
    }

    static UserError silentRegistry(String image, long seconds) {
        return new UserError(
                "image `"
                        + image
                        + "` is not here, and its registry did not answer for "
                        + seconds
                        + " s",
                "connect to the network, or load it from a file (docker load): docs/localstack.md");
    }

    /// @param why what the engine said
    static UserError notPulled(String image, String why) {
        if (FullDisk.said(why)) {
            return fullDisk(image);
        }
        if (NO_SUCH_IMAGE.matcher(why).find() && !NO_SUCH_HOST.matcher(why).find()) {
            return new UserError(
                    "there is no image `" + image + "`, neither here nor in its registry",
                    "look at its name; the usual one is " + Container.IMAGE);
        }
        return new UserError(
                "image `" + image + "` is not here and cannot be pulled (" + oneLine(why) + ")",
                "connect to the network, or load it from a file (docker load): docs/localstack.md");
    }

    /// @param why what the engine or Testcontainers said
    static UserError notStarted(String image, Throwable why, LastWords words) {
        if (words.exitCode() == LICENCE || LICENCE_WORDS.matcher(words.log()).find()) {
            return new UserError(
                    "image `" + image + "` asks for a licence token",
                    "take one that asks for none: --image " + Container.IMAGE);
        }
        List<String> reasons = reasons(why);
        if (Stream.concat(reasons.stream(), Stream.of(words.log())).anyMatch(FullDisk::said)) {
            return fullDisk(image);
        }
        if (words.exited()) {
            return new UserError(
                    "the container of `"
                            + image
                            + "` ended at once with exit code "
                            + words.exitCode()
                            + quoted(words.log()),
                    "take an image of LocalStack, such as --image " + Container.IMAGE);
        }
        return new UserError(
                "the container of `"
                        + image
                        + "` did not start ("
                        + oneLine(reasons.getLast())
                        + ")",
                "mend that, or restart Docker" + OR_EMBEDDED);
    }

    static UserError notReady(String image, long seconds, LastWords words) {
        return new UserError(
                "LocalStack of `"
                        + image
                        + "` was not ready after "
                        + seconds
                        + " s"
                        + quoted(words.log()),
                "start again, with fewer other programs if the machine is busy" + OR_EMBEDDED);
    }

    private static UserError fullDisk(String image) {
        return new UserError(
                "the disk of the Docker engine is full, so `" + image + "` cannot be started",
                "free some of it (docker system df says what takes it) and start again");
    }

    /// From the outermost to the innermost, which is the engine's own.
    private static List<String> reasons(Throwable why) {
        return Stream.iterate(why, each -> each != null, Throwable::getCause)
                .map(each -> String.valueOf(each.getMessage()))
                .toList();
    }

    private static String quoted(String log) {
        List<String> lines =
                log.lines().map(String::strip).filter(Predicate.not(String::isEmpty)).toList();
        String end =
                String.join(" | ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        return end.isEmpty() ? " and printed nothing" : "; its last words: " + oneLine(end);
    }

    /// Without what the client puts around it: `Status 500: {"message":"…"}`.
    private static String oneLine(String text) {
        Matcher wrapped = WRAPPED.matcher(text);
        String bare = wrapped.matches() ? wrapped.group(1).translateEscapes() : text;
        String line = bare.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : "…" + line.substring(line.length() - LONGEST);
    }
}
