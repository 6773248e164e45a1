/// HTTP at the edge: AWS signatures, queries and XML in, the SDK's own classes inside.
@NullMarked
package dev.rolecall.wire;

import org.jspecify.annotations.NullMarked;
