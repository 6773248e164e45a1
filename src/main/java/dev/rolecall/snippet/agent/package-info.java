/// What runs inside the learner's JVM: it executes compiled snippets, and offers `iam`, `sts`, `s3`
/// and `as(…)`.
///
/// It sees the JDK and the AWS SDK's clients, and no other room: its classes, and they alone, are
/// put on the child's class path.
@NullMarked
package dev.rolecall.snippet.agent;

import org.jspecify.annotations.NullMarked;
