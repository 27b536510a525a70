/** A long attack on the whole library. */
@NullMarked
package dev.sspr.attack;

import org.jspecify.annotations.NullMarked;
