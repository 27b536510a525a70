/** Reads and writes states as flat bytes. */
@NullMarked
package dev.sspr.internal.bytes;

import org.jspecify.annotations.NullMarked;
