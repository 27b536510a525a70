/** The roles a host plays for the engine. */
@NullMarked
package dev.sspr.spi;

import org.jspecify.annotations.NullMarked;
