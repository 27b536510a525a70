/** Every outcome that a person, an administrator or the author of an adapter can meet, as data with texts. */
@NullMarked
package dev.sspr.outcome;

import org.jspecify.annotations.NullMarked;
