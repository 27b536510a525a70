package dev.sspr.adapter.jdbc;

import dev.sspr.flow.LoginCanon;
import dev.sspr.password.PasswordText;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import java.util.Optional;

/** The form in which names and passwords are stored and compared, whatever a host passes. */
record Typed(LoginCanon canon) {
    /** Returns the canonical form of a name; empty if no account can have it. */
    Optional<LoginName> canonical(LoginName login) {
        return canon.canonical(login.value());
    }

    /** Returns the form of a password that a reset stores; a text that no password has stays as it is. */
    static Secret prepared(Secret typed) {
        return PasswordText.prepare(typed) instanceof PasswordText.Prepared.Ready ready
                ? ready.secret()
                : typed.exposeTo(Secret::of);
    }
}
