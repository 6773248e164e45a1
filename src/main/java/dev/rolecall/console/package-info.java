/// Text for people: words first, colour where it helps, fit to the width.
@NullMarked
package dev.rolecall.console;

import org.jspecify.annotations.NullMarked;
