package dev.rolecall.guard;

import dev.rolecall.iam.Caller;
import dev.rolecall.wire.HttpIn;

/// A call that is known and well-formed, and not yet allowed.
///
/// @param operation AWS's name of the operation
record Asking(Caller caller, String operation, Members input, HttpIn http) {}
