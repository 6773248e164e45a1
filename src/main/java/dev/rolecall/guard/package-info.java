/// The gate that every request passes: who is it, may they, and what was answered.
@NullMarked
package dev.rolecall.guard;

import org.jspecify.annotations.NullMarked;
