package dev.rolecall.wire;

import dev.rolecall.fault.BodyErrors;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What comes after the last chunk: a checksum of the content, announced by `x-amz-trailer`.
///
/// @param expected whether the request has a trailer at all
/// @param announced the trailing header's name, lower case
/// @param tally the digest that it will hold, fed as the content passes
record Trailers(boolean expected, Optional<String> announced, Optional<Tally> tally) {
    private static final String PREFIX = "x-amz-checksum-";
    static final String SIGNATURE = "x-amz-trailer-signature";

    static Trailers of(HttpIn in, boolean expected) {
        Optional<String> announced =
                in.header("x-amz-trailer").map(name -> name.toLowerCase(Locale.ROOT));
        if (!expected || announced.isEmpty()) {
            return new Trailers(expected, Optional.empty(), Optional.empty());
        }
        String name = announced.get();
        Optional<Tally> tally =
                name.startsWith(PREFIX)
                        ? Tally.named(name.substring(PREFIX.length()))
                        : Optional.empty();
        if (tally.isEmpty()) {
            throw BodyErrors.unknownTrailer(name);
        }
        return new Trailers(true, announced, tally);
    }

    void update(byte[] bytes, int offset, int length) {
        tally.ifPresent(t -> t.update(bytes, offset, length));
    }

    /// Checks the trailing headers.
    ///
    /// @param sent by lower-case name, without the signature
    void check(Map<String, String> sent) {
        Map<String, String> left = new LinkedHashMap<>(sent);
        if (announced.isPresent()) {
            String name = announced.get();
            String value = left.remove(name);
            if (value == null) {
                throw BodyErrors.malformedTrailer();
            }
            compare(name, value);
        }
        if (!left.isEmpty()) {
            throw BodyErrors.malformedTrailer();
        }
    }

    private void compare(String header, String value) {
        String name = header.substring(PREFIX.length());
        BodyChecks.checksum(header, name, value).over(tally.orElseThrow()).finish();
    }
}
