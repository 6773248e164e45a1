/// IAM in a LocalStack: every change of ours is brought there before it holds, what others made
/// there is taken over, and where the two differ it is told.
@NullMarked
package dev.rolecall.localstack.mirror;

import org.jspecify.annotations.NullMarked;
