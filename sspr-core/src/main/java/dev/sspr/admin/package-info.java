/** The help desk: an administrator inspects an account and acts on it without learning its secrets. */
@NullMarked
package dev.sspr.admin;

import org.jspecify.annotations.NullMarked;
