package dev.rolecall.guard;

import dev.rolecall.iam.Caller;
import dev.rolecall.sts.Session;
import java.util.Optional;

/// What the guard knows of an access key id that is in use.
///
/// @param session the session, if the key is a temporary one
record Credential(Caller caller, String secret, Optional<Session> session) {}
