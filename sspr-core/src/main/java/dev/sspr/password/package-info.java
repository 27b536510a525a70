/** Rules for new passwords, and the hash that keeps them. */
@NullMarked
package dev.sspr.password;

import org.jspecify.annotations.NullMarked;
