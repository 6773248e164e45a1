/// A lab's JUnit classes, run against the world.
@NullMarked
package dev.rolecall.check;

import org.jspecify.annotations.NullMarked;
