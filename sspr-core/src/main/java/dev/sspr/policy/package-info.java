/** Every number a host can set, with its default, its bounds and its source. */
@NullMarked
package dev.sspr.policy;

import org.jspecify.annotations.NullMarked;
