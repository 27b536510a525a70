/** An in-memory host for tests: a settable clock, direct execution. */
@NullMarked
package dev.sspr.host;

import org.jspecify.annotations.NullMarked;
