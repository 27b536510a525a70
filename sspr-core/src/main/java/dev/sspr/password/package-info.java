/** Rules for new passwords, and the hashes that store them. */
@NullMarked
package dev.sspr.password;

import org.jspecify.annotations.NullMarked;
