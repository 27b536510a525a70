/** The counts of the smart lockout. */
@NullMarked
package dev.sspr.internal.lockout;

import org.jspecify.annotations.NullMarked;
