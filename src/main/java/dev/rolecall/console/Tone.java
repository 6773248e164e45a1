package dev.rolecall.console;

/// What a piece of text is for the reader. A [Theme] says how it looks; the words say it already.
public enum Tone {
    OK,
    FAIL,
    ERROR,
    PROMPT,
    HEADING,
    EMPHASIS,
    CODE,
    LINK,
    DIM
}
