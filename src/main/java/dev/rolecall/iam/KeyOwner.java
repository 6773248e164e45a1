package dev.rolecall.iam;

import dev.rolecall.policy.Principal;

/// A long-term key and who signs with it, a [Principal.User] or [Principal.Root].
public record KeyOwner(AccessKey key, Principal principal) {}
