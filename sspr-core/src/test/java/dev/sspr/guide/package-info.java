/** The code of the guide, compiled and run. */
@NullMarked
package dev.sspr.guide;

import org.jspecify.annotations.NullMarked;
