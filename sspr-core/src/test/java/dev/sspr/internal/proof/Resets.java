package dev.sspr.internal.proof;

import dev.sspr.internal.engine.Plugs;
import dev.sspr.internal.verify.Methods;
import dev.sspr.password.PasswordRules;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.AccountUnlocker;
import dev.sspr.spi.UserId;
import dev.sspr.unlock.AccountUnlock;
import java.util.function.Consumer;

/** Resets and unlocks under guards of a test's own. */
final class Resets {
    private Resets() {}

    static PasswordReset with(Rules rules, Plugs plugs, Methods methods, PasswordRules passwords) {
        return with(rules, plugs, methods, passwords, user -> {});
    }

    static PasswordReset with(
            Rules rules, Plugs plugs, Methods methods, PasswordRules passwords, Consumer<UserId> alsoClears) {
        return PasswordReset.of(
                ProofFlow.with(rules, plugs, PasswordReset.intent(alsoClears), methods),
                new NewPasswords(plugs.users(), passwords));
    }

    static AccountUnlock unlock(
            Rules rules, Plugs plugs, Methods methods, AccountUnlocker unlocker, Consumer<UserId> alsoClears) {
        return AccountUnlock.of(
                ProofFlow.with(rules, plugs, AccountUnlock.intent(alsoClears), methods), unlocker, user -> false);
    }
}
