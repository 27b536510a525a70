/** The flow kind of a reset, and what it adds to the verification flow. */
@NullMarked
package dev.sspr.internal.reset;

import org.jspecify.annotations.NullMarked;
