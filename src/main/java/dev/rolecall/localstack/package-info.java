/// A LocalStack container behind the guard: its life, the mirror of IAM in it, S3 as it keeps it,
/// and what differs between it and us.
@NullMarked
package dev.rolecall.localstack;

import org.jspecify.annotations.NullMarked;
