/** The built-in verifiers, and the catalogue of all verification methods of an account. */
@NullMarked
package dev.sspr.internal.verify;

import org.jspecify.annotations.NullMarked;
