package dev.rolecall.iam;

import java.util.Map;

/// What carries tags ("Tags for AWS Identity and Access Management resources").
public sealed interface Tagged permits User, Role, ManagedPolicy, InstanceProfile {

    /// Key to value, in the order of tagging.
    Map<String, String> tags();

    Tagged withTags(Map<String, String> tags);
}
