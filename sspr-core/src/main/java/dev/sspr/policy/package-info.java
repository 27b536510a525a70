/**
 * Every number that a host can set, with its unit, range, default, reason and source.
 *
 * <p>Every policy is an immutable value. An accessor reads a setting, and the method of the same name with a parameter returns a
 * changed copy. {@link dev.sspr.policy.SsprPolicy} holds all of them:
 *
 * <pre>{@code
 * SsprPolicy policy = SsprPolicy.standard()
 *         .reset(reset -> reset.proofs(2))
 *         .limits(limits -> limits.startsPerName(5).mailsPerDay(20))
 *         .password(password -> password.minimumLength(12))
 *         .registration(registration -> registration.quarantine(Duration.ZERO));
 * }</pre>
 *
 * <p>A value out of bounds throws an {@code IllegalArgumentException} that names the setting by this path, such as
 * {@code limits.startsPerName} (R-CFG-1).
 */
@NullMarked
package dev.sspr.policy;

import org.jspecify.annotations.NullMarked;
