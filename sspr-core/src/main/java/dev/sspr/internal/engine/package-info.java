/**
 * The only loop over the flow store, and the parts around it: rate limits, messages, audit, the executor.
 *
 * <p>This package does not know any flow. A flow is a set of pure states, a codec, and a façade that asks the runner to
 * apply their rules.
 */
@NullMarked
package dev.sspr.internal.engine;

import org.jspecify.annotations.NullMarked;
