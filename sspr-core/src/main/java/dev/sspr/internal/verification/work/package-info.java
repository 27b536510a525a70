/** Background work of verification flows: resolve the account, send challenges, finish commits. */
@NullMarked
package dev.sspr.internal.verification.work;

import org.jspecify.annotations.NullMarked;
