/** The help desk: looks at an account and helps its owner on, without ever learning a secret of theirs. */
@NullMarked
package dev.sspr.admin;

import org.jspecify.annotations.NullMarked;
