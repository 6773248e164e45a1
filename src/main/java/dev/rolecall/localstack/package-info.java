/// A LocalStack container behind the guard. Its chambers: `container` is its life, `mirror` is IAM
/// in it, `s3` carries S3's requests out in it, and `client` speaks to it for all three, which do
/// not see each other.
@NullMarked
package dev.rolecall.localstack;

import org.jspecify.annotations.NullMarked;
