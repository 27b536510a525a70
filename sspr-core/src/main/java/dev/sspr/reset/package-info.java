/** Forgot the password: the façade, its results, its policy, and the states behind it. */
@NullMarked
package dev.sspr.reset;

import org.jspecify.annotations.NullMarked;
