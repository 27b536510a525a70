/** The flow kind of a recovery. */
@NullMarked
package dev.sspr.internal.recovery;

import org.jspecify.annotations.NullMarked;
