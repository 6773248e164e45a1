/// A run through a lab: snippets and commands in, events out; and the proof that a lab is sound.
@NullMarked
package dev.rolecall.lab;

import org.jspecify.annotations.NullMarked;
