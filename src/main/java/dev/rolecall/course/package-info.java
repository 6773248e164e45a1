/// Lessons and labs as data; every problem in them with file and line.
@NullMarked
package dev.rolecall.course;

import org.jspecify.annotations.NullMarked;
