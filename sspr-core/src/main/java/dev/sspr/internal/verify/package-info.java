/** The verification methods of an account, and the built-in ones. */
@NullMarked
package dev.sspr.internal.verify;

import org.jspecify.annotations.NullMarked;
