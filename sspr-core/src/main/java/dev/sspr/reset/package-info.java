/** The reset of a forgotten password: the interface for hosts. */
@NullMarked
package dev.sspr.reset;

import org.jspecify.annotations.NullMarked;
