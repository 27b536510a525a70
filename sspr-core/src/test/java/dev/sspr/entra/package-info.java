/** What Entra does, row by row, and which test holds this library to it. */
@NullMarked
package dev.sspr.entra;

import org.jspecify.annotations.NullMarked;
