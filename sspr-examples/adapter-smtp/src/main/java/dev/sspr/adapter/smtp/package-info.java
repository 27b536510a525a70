/** A notifier over Jakarta Mail. */
@NullMarked
package dev.sspr.adapter.smtp;

import org.jspecify.annotations.NullMarked;
