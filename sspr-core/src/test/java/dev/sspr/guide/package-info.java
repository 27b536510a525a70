/** The code that the guide prints, compiled and played. */
@NullMarked
package dev.sspr.guide;

import org.jspecify.annotations.NullMarked;
