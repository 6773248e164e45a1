package dev.rolecall.s3;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.utils.builder.Buildable;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/// Requests as the container is to have them.
final class Outgoing {
    /// Members that say how long a list may be, and the parameters that they are.
    private static final Map<String, String> NUMBERS =
            Map.of("MaxKeys", "max-keys", "MaxParts", "max-parts", "MaxUploads", "max-uploads");

    private static final String MATCH = "IfMatch";
    private static final String NONE_MATCH = "IfNoneMatch";
    private static final String ENCODING = "ContentEncoding";

    private Outgoing() {}

    /// The same request, but for a number that a list may not have, and for what the client's body
    /// was wrapped in.
    static SdkPojo of(String operation, SdkPojo request) {
        return switch (request) {
            case GetObjectRequest read -> tag(date(read));
            case HeadObjectRequest read -> tag(date(read));
            default -> operation.startsWith("List") ? list(request) : write(request);
        };
    }

    /// A tag silences the date beside it, and an empty `If-None-Match` is as if it were not there.
    private static SdkPojo date(SdkPojo read) {
        SdkPojo request = read;
        boolean none = Members.text(request, NONE_MATCH).filter(String::isBlank).isPresent();
        if (none) {
            request = with(request, NONE_MATCH, null);
        }
        if (Members.text(request, MATCH).isPresent()) {
            request = with(request, "IfUnmodifiedSince", null);
        }
        return Members.text(request, NONE_MATCH).isPresent()
                ? with(request, "IfModifiedSince", null)
                : request;
    }

    /// Any object meets `*`, and a weak tag is as good as another.
    private static SdkPojo tag(SdkPojo request) {
        Optional<String> match = Members.text(request, MATCH);
        if (match.isPresent()) {
            String text = match.get();
            return text.equals("*")
                    ? with(request, MATCH, null)
                    : with(request, MATCH, strong(text));
        }
        return Members.text(request, NONE_MATCH)
                .map(text -> with(request, NONE_MATCH, strong(text)))
                .orElse(request);
    }

    private static String strong(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    private static SdkPojo list(SdkPojo request) {
        for (Map.Entry<String, String> number : NUMBERS.entrySet()) {
            Optional<Integer> asked = Members.value(request, number.getKey(), Integer.class);
            if (asked.isPresent()) {
                return with(request, number.getKey(), Page.max(asked, number.getValue()));
            }
        }
        return request;
    }

    private static SdkPojo write(SdkPojo request) {
        return Members.text(request, ENCODING)
                .filter(encoding -> encoding.contains("aws-chunked"))
                .map(encoding -> with(request, ENCODING, Describing.encoding(encoding)))
                .orElse(request);
    }

    private static SdkPojo with(SdkPojo request, String member, @Nullable Object value) {
        SdkPojo builder = (SdkPojo) ((ToCopyableBuilder<?, ?>) request).toBuilder();
        Members.set(builder, member, value);
        return (SdkPojo) ((Buildable) builder).build();
    }
}
