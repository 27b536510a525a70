/** The operations of the help desk: authorization, action, audit, notice. */
@NullMarked
package dev.sspr.internal.helpdesk;

import org.jspecify.annotations.NullMarked;
