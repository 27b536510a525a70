/** The change of a known password: its interface and its request. */
@NullMarked
package dev.sspr.change;

import org.jspecify.annotations.NullMarked;
