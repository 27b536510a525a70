/** The security info of an account as values: its methods, their states, and their changes. */
@NullMarked
package dev.sspr.internal.securityinfo;

import org.jspecify.annotations.NullMarked;
