package dev.rolecall.wire;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A shape of an AWS service model: what a value of a request may be.
///
/// @param min smallest length or number
/// @param max greatest length or number
/// @param pattern the regular expression as the model prints it; messages quote it
/// @param values the values of an enumeration; empty for any other string
/// @param members of a structure
/// @param element a list's member or a map's value: the number of its shape, or -1
record Shape(
        Kind kind,
        OptionalLong min,
        OptionalLong max,
        Optional<String> pattern,
        List<String> values,
        List<Member> members,
        int element) {

    enum Kind {
        STRUCTURE,
        LIST,
        MAP,
        STRING,
        INTEGER,
        LONG,
        BOOLEAN,
        TIMESTAMP,
        BLOB
    }

    /// @param name as the model and the SDK's `memberName` have it
    /// @param wireName as it is sent
    /// @param shape the number of its shape
    /// @param location `header`, `querystring`, `uri`, `payload` (the whole body), or empty
    record Member(String name, String wireName, int shape, boolean required, String location) {}
}
