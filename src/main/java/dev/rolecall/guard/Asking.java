package dev.rolecall.guard;

import dev.rolecall.iam.Caller;
import dev.rolecall.wire.Form;
import dev.rolecall.wire.HttpIn;
import dev.rolecall.wire.Signature;

/// A call that is known and well-formed, and not yet allowed.
///
/// @param operation AWS's name of the operation
/// @param query the query string and, for STS and IAM, the form
record Asking(
        Caller caller,
        String operation,
        Members input,
        HttpIn http,
        Form query,
        Signature signature) {}
