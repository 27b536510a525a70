/** A long attack on the whole library, and the faults of other products played against it. */
@NullMarked
package dev.sspr.attack;

import org.jspecify.annotations.NullMarked;
