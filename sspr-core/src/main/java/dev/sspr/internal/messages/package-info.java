/** The texts of messages, in English and Dutch. */
@NullMarked
package dev.sspr.internal.messages;

import org.jspecify.annotations.NullMarked;
