/** Entra's behaviour row by row, and the tests that compare this library with it. */
@NullMarked
package dev.sspr.entra;

import org.jspecify.annotations.NullMarked;
