package dev.rolecall.s3;

import dev.rolecall.fault.S3Errors;
import dev.rolecall.fault.S3ObjectErrors;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/// What a request says of its body's checksums ("Checking object integrity in Amazon S3").
///
/// @param asked the algorithm that the request names, by a value or by
///   `x-amz-sdk-checksum-algorithm` (the value may then come in the trailer, which `wire` checks)
/// @param value the checksum that the body must have, in Base64
/// @param md5 the Content-MD5 that the body must have, in Base64
record Integrity(Optional<ChecksumKind> asked, Optional<String> value, Optional<String> md5) {
    private static final List<String> UNKNOWN = List.of("XXHASH64", "XXHASH3", "XXHASH128");

    static Integrity of(SdkPojo request) {
        List<ChecksumKind> given = new ArrayList<>();
        for (ChecksumKind kind : ChecksumKind.values()) {
            if (Members.text(request, kind.member()).isPresent()) {
                given.add(kind);
            }
        }
        if (given.size() > 1) {
            throw S3ObjectErrors.severalChecksums();
        }
        for (String name : UNKNOWN) {
            if (Members.text(request, "Checksum" + name).isPresent()) {
                throw S3Errors.notImplemented("x-amz-checksum-" + name.toLowerCase(Locale.ROOT));
            }
        }
        Optional<ChecksumKind> named =
                Members.text(request, "ChecksumAlgorithm")
                        .map(name -> kind(name, "x-amz-sdk-checksum-algorithm"));
        if (given.isEmpty()) {
            return new Integrity(named, Optional.empty(), md5(request));
        }
        ChecksumKind kind = given.getFirst();
        if (named.isPresent() && named.get() != kind) {
            throw S3ObjectErrors.invalidHeader("x-amz-sdk-checksum-algorithm");
        }
        return new Integrity(Optional.of(kind), Members.text(request, kind.member()), md5(request))
                .wellFormed(kind);
    }

    /// The kind of AWS's name; a name that S3 knows and this S3 does not is not implemented.
    static ChecksumKind kind(String name, String header) {
        return ChecksumKind.named(name)
                .orElseThrow(() ->
                        UNKNOWN.contains(name.toUpperCase(Locale.ROOT))
                                ? S3Errors.notImplemented(header)
                                : S3ObjectErrors.invalidHeader(header));
    }

    private Integrity wellFormed(ChecksumKind kind) {
        if (decodedLength(value.orElse("")) != kind.tally().value().length) {
            throw S3ObjectErrors.invalidHeader(kind.header());
        }
        return this;
    }

    private static Optional<String> md5(SdkPojo request) {
        Optional<String> md5 = Members.text(request, "ContentMD5");
        if (md5.isPresent() && decodedLength(md5.get()) != 16) {
            throw S3ObjectErrors.invalidDigest(md5.get());
        }
        return md5;
    }

    private static int decodedLength(String base64) {
        try {
            return Base64.getDecoder().decode(base64).length;
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    /// The algorithm to compute: S3 takes CRC64NVME where none is asked for.
    ChecksumKind kind() {
        return asked.orElse(ChecksumKind.CRC64NVME);
    }

    /// Compares what was announced with what came.
    Checksum verify(Incoming body) {
        if (md5.isPresent() && !md5.get().equals(body.md5())) {
            throw S3ObjectErrors.md5Mismatch(md5.get(), body.md5());
        }
        if (value.isPresent() && !value.get().equals(body.sum())) {
            throw S3ObjectErrors.checksumMismatch(kind().name());
        }
        return new Checksum(kind(), false, body.sum());
    }
}
