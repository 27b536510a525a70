/** Locked out: the façade of the flow that lifts a lock; its machine is {@code dev.sspr.internal.proof}. */
@NullMarked
package dev.sspr.unlock;

import org.jspecify.annotations.NullMarked;
