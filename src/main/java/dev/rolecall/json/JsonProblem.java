package dev.rolecall.json;

/// Says what is wrong with a JSON text, and where.
public final class JsonProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final int line;
    private final int column;

    /// @param what lower case, no final period
    public JsonProblem(String what, int line, int column) {
        super("line " + line + ", column " + column + ": " + what);
        this.what = what;
        this.line = line;
        this.column = column;
    }

    JsonProblem(String what, JsonValue.Place at) {
        this(what, at.line(), at.column());
    }

    /// What is wrong, without the place.
    public String what() {
        return what;
    }

    /// From 1.
    public int line() {
        return line;
    }

    /// From 1.
    public int column() {
        return column;
    }
}
