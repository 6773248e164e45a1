package dev.rolecall.policy;

import java.util.Optional;

/// A policy where it applies.
///
/// @param label for people: `managed policy AmazonS3FullAccess`, `inline policy p of group devs`
/// @param arn the policy's ARN, for a managed policy only
public record AttachedPolicy(
        PolicyKind kind, String label, Optional<String> arn, PolicyDocument document) {}
