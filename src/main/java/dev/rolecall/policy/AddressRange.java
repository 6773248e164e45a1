package dev.rolecall.policy;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;

/// A range of IP addresses in CIDR notation; a bare address is a range of one.
///
/// @param bits the length of the prefix
public record AddressRange(InetAddress first, int bits) {

    /// The range, or empty if the text is none.
    public static Optional<AddressRange> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return address(text).map(a -> new AddressRange(a, 8 * a.getAddress().length));
        }
        return address(text.substring(0, slash))
                .flatMap(a ->
                        bits(text.substring(slash + 1), 8 * a.getAddress().length)
                                .map(bits -> new AddressRange(a, bits)));
    }

    private static Optional<Integer> bits(String text, int most) {
        boolean digits = !text.isEmpty() && text.length() <= 3;
        if (!digits || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        int bits = Integer.parseInt(text);
        return bits <= most ? Optional.of(bits) : Optional.empty();
    }

    /// Reads an address; never asks a name server.
    static Optional<InetAddress> address(String text) {
        boolean four = text.chars().filter(c -> c == '.').count() == 3;
        if ((!four && text.indexOf(':') < 0) || text.indexOf('%') >= 0 || text.indexOf('[') >= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean isVersion4() {
        return first instanceof Inet4Address;
    }

    /// An address of the other family is in no range.
    boolean contains(InetAddress address) {
        byte[] wanted = first.getAddress();
        byte[] seen = address.getAddress();
        if (wanted.length != seen.length) {
            return false;
        }
        int whole = bits / 8;
        for (int i = 0; i < whole; i++) {
            if (wanted[i] != seen[i]) {
                return false;
            }
        }
        int rest = 8 - bits % 8;
        return rest == 8 || (wanted[whole] & 0xff) >> rest == (seen[whole] & 0xff) >> rest;
    }
}
