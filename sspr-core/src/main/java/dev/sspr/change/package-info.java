/** The password is known and replaced: the façade, its results and its policy; the unit of commit is {@code dev.sspr.internal.proof}. */
@NullMarked
package dev.sspr.change;

import org.jspecify.annotations.NullMarked;
