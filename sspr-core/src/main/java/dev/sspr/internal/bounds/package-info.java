/** Floors and ceilings of settings: the bottom of the house, beside the SPI. */
@NullMarked
package dev.sspr.internal.bounds;

import org.jspecify.annotations.NullMarked;
