/**
 * The one loop that touches the flow store, and what runs around it: budgets, messages, audit, the executor.
 *
 * <p>Nothing in here knows a flow. A flow is a set of pure states, a codec, and a façade that asks the loop to apply
 * their rules.
 */
@NullMarked
package dev.sspr.internal.engine;

import org.jspecify.annotations.NullMarked;
