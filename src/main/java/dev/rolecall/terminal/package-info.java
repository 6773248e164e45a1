/// The lab shell: what the learner sees and types.
@NullMarked
package dev.rolecall.terminal;

import org.jspecify.annotations.NullMarked;
