/** Smart lockout: how many wrong passwords a sign-in takes, for a host's own sign-in and for the change of a password alike. */
@NullMarked
package dev.sspr.lockout;

import org.jspecify.annotations.NullMarked;
