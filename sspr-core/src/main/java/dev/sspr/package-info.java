/** The entry to the engine. */
@NullMarked
package dev.sspr;

import org.jspecify.annotations.NullMarked;
