/** A host in memory for tests: twins, a clock that is set, work that is done at once. */
@NullMarked
package dev.sspr.host;

import org.jspecify.annotations.NullMarked;
