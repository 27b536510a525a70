/** Side by side with peers. */
@NullMarked
package dev.sspr.bench;

import org.jspecify.annotations.NullMarked;
