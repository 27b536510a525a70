/** The flow kind of a reset, and its verification flow. */
@NullMarked
package dev.sspr.internal.reset;

import org.jspecify.annotations.NullMarked;
