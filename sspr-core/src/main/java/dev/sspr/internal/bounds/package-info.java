/** Minimum and maximum values of settings. */
@NullMarked
package dev.sspr.internal.bounds;

import org.jspecify.annotations.NullMarked;
