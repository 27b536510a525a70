/** An attack that goes on for days, over the whole library. */
@NullMarked
package dev.sspr.siege;

import org.jspecify.annotations.NullMarked;
