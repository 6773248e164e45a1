/// The learner's Java, compiled here and run in a JVM of its own.
@NullMarked
package dev.rolecall.snippet;

import org.jspecify.annotations.NullMarked;
