/// Speaks to one LocalStack: clients that try once, wait no longer than a person does, and know
/// silence from an answer.
@NullMarked
package dev.rolecall.localstack.client;

import org.jspecify.annotations.NullMarked;
