/** The flow kind of a password change, and the check of the current password. */
@NullMarked
package dev.sspr.internal.change;

import org.jspecify.annotations.NullMarked;
