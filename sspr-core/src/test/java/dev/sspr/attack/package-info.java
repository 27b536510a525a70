/** An attack that goes on for days, over the whole library. */
@NullMarked
package dev.sspr.attack;

import org.jspecify.annotations.NullMarked;
