/** States as flat bytes: beside the bounds at the bottom of the house. */
@NullMarked
package dev.sspr.internal.bytes;

import org.jspecify.annotations.NullMarked;
