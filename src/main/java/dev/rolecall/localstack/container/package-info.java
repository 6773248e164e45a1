/// The life of a container: the engine is found, the image brought, the container started, watched
/// and removed, and what went wrong is told in one line.
@NullMarked
package dev.rolecall.localstack.container;

import org.jspecify.annotations.NullMarked;
