/** The commands of verification flows: start, answer, complete, report, approve. */
@NullMarked
package dev.sspr.internal.verification;

import org.jspecify.annotations.NullMarked;
