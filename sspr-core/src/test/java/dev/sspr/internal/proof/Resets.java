package dev.sspr.internal.proof;

import dev.sspr.internal.engine.Plugs;
import dev.sspr.internal.verify.Methods;
import dev.sspr.password.PasswordRules;
import dev.sspr.reset.PasswordReset;

/** Resets under guards of a test's own. */
final class Resets {
    private Resets() {}

    static PasswordReset with(Rules rules, Plugs plugs, Methods methods, PasswordRules passwords) {
        return PasswordReset.of(
                ProofFlow.with(rules, plugs, PasswordReset.intent(user -> {}), methods),
                new NewPasswords(plugs.users(), passwords));
    }
}
