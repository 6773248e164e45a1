package dev.rolecall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The transcript in the README: what the built program prints for a script, with what differs from
/// run to run shortened to `…`.
final class Transcript {
    static final Path README = Path.of("README.md");
    static final Path SCRIPT = Path.of("docs/transcript.jsh");
    private static final String BEGIN = "<!-- transcript: made by .ci/transcript -->\n```\n";
    private static final String END = "```\n<!-- end of transcript -->";

    private Transcript() {}

    /// Plays the transcript anew into the README.
    public static void main(String[] args) throws Exception {
        Files.writeString(README, inserted(Files.readString(README), play()));
    }

    /// What the README shows now.
    static String shown() throws IOException {
        String readme = Files.readString(README);
        int from = readme.indexOf(BEGIN) + BEGIN.length();
        return readme.substring(from, readme.indexOf(END));
    }

    private static String inserted(String readme, String transcript) {
        int from = readme.indexOf(BEGIN) + BEGIN.length();
        return readme.substring(0, from) + transcript + readme.substring(readme.indexOf(END));
    }

    /// What the program prints today.
    static String play() throws IOException, InterruptedException {
        Program.Result result =
                Program.run(
                        Map.of(),
                        "",
                        "run",
                        "assume-role",
                        "--plain",
                        "--script",
                        SCRIPT.toString());
        String text = result.out();
        return text.substring(0, text.indexOf("Open: step"))
                        .replaceAll("\\b(AIDA|AKIA|AROA|ASIA)[A-Z0-9]{12,}", "$1…")
                        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "…")
                        .strip()
                + "\n";
    }
}
