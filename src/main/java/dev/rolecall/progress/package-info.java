/// What the learner has done, kept on disk.
@NullMarked
package dev.rolecall.progress;

import org.jspecify.annotations.NullMarked;
