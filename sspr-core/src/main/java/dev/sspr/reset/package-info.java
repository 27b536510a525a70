/** Forgot the password: the façade of the flow; its states and its unit of commit are {@code dev.sspr.internal.proof}. */
@NullMarked
package dev.sspr.reset;

import org.jspecify.annotations.NullMarked;
