package dev.rolecall.console;

/// The word in front of a line that tells how something came out. Colour only repeats it.
public enum Mark {
    OK("[ok]", Tone.OK),
    FAIL("[FAIL]", Tone.FAIL),
    /// Something of ours went wrong: it says nothing about the learner's work.
    ERROR("[ERROR]", Tone.ERROR);

    private final String word;
    private final Tone tone;

    Mark(String word, Tone tone) {
        this.word = word;
        this.tone = tone;
    }

    public String word() {
        return word;
    }

    public Tone tone() {
        return tone;
    }

    /// The word as the theme draws it, with spaces after it up to `columns`.
    public String drawn(Theme theme, int columns) {
        return theme.paint(tone, word) + " ".repeat(Math.max(0, columns - word.length()));
    }
}
