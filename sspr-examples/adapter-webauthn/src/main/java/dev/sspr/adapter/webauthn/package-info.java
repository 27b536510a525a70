/** Passkeys. */
@NullMarked
package dev.sspr.adapter.webauthn;

import org.jspecify.annotations.NullMarked;
