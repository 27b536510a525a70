/**
 * The only loop over the flow store, and the parts around it: rate limits, messages, audit, the executor.
 *
 * <p>This package knows no flow: a flow brings pure states, a codec, and commands that ask the runner to apply rules.
 */
@NullMarked
package dev.sspr.internal.engine;

import org.jspecify.annotations.NullMarked;
