/** The contract kit: abstract JUnit classes that every implementation of a role passes. */
@NullMarked
package dev.sspr.spi.kit;

import org.jspecify.annotations.NullMarked;
