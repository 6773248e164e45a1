package dev.rolecall.lab;

import dev.rolecall.snippet.CredentialsValue;
import java.time.Instant;
import java.util.Optional;

/// Who the learner acts as.
///
/// @param label for the prompt: `admin`, `Test as account-s3-full-access`
/// @param until when the session ends, if it is one
public record Acting(CredentialsValue credentials, String label, Optional<Instant> until) {}
