/// ARNs, policy documents, requests and the one decision, with its reasons.
@NullMarked
package dev.rolecall.policy;

import org.jspecify.annotations.NullMarked;
