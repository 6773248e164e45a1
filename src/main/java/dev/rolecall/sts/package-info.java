/// STS: who may become whom, and the book of sessions.
@NullMarked
package dev.rolecall.sts;

import org.jspecify.annotations.NullMarked;
