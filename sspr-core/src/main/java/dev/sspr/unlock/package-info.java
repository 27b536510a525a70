/** The unlock of a locked account: the interface for hosts. */
@NullMarked
package dev.sspr.unlock;

import org.jspecify.annotations.NullMarked;
