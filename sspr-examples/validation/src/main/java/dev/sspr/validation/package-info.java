/** A form of a host's own with {@code @AcceptablePassword}; the tests run it under three providers. */
@NullMarked
package dev.sspr.validation;

import org.jspecify.annotations.NullMarked;
