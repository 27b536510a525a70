/** The flow kind of an unlock, and the action that lifts a lock. */
@NullMarked
package dev.sspr.internal.unlock;

import org.jspecify.annotations.NullMarked;
