package dev.rolecall.policy;

import dev.rolecall.json.JsonValue;

/// A policy document, parsed once and compiled for matching ("Grammar of the IAM JSON policy
/// language").
///
/// @param text the document as it was given
public record PolicyDocument(String text, JsonValue json) {}
