/// JSON: text as values that know their line, and records saved and read back.
@NullMarked
package dev.rolecall.json;

import org.jspecify.annotations.NullMarked;
