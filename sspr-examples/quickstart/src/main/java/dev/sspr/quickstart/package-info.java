/** The engine in a terminal. */
@NullMarked
package dev.sspr.quickstart;

import org.jspecify.annotations.NullMarked;
