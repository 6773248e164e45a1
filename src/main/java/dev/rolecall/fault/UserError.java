package dev.rolecall.fault;

/// Something that the person can mend: a missing file, a busy port. Ends the command with exit 2
/// and one line, never a stack trace.
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String whatToDo;

    /// @param what what happened and where, lower case, no final period
    /// @param whatToDo what the person can do about it, lower case, no final period
    public UserError(String what, String whatToDo) {
        super(what + "; " + whatToDo);
        this.what = what;
        this.whatToDo = whatToDo;
    }

    /// What happened and where.
    public String what() {
        return what;
    }

    /// What the person can do about it.
    public String whatToDo() {
        return whatToDo;
    }
}
