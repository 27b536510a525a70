/** Security info: a signed-in person enrols, confirms, reviews, changes and removes methods. */
@NullMarked
package dev.sspr.register;

import org.jspecify.annotations.NullMarked;
