/**
 * Smart lockout: limits wrong passwords at the host's own sign-in and at the password change, with one count for both.
 */
@NullMarked
package dev.sspr.lockout;

import org.jspecify.annotations.NullMarked;
