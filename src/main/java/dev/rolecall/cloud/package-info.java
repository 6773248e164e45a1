/// A place to send AWS calls, its clock and its snapshots.
@NullMarked
package dev.rolecall.cloud;

import org.jspecify.annotations.NullMarked;
