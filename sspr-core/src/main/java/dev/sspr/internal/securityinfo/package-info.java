/** An account's security info as values: what it holds, in what state, and how that changes. */
@NullMarked
package dev.sspr.internal.securityinfo;

import org.jspecify.annotations.NullMarked;
