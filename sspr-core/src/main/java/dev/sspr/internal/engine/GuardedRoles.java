package dev.sspr.internal.engine;

import dev.sspr.flow.LoginCanon;
import dev.sspr.spi.AccountUnlocker;
import dev.sspr.spi.AdminAuthorizer;
import dev.sspr.spi.Administrators;
import dev.sspr.spi.CounterStore;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.PhoneNumbers;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserStore;
import java.util.List;
import java.util.Optional;

/**
 * Guards each role of the host once, so that all other code calls roles directly. A guarded role answers, or throws an
 * {@link dev.sspr.flow.UnavailableException} that names it; {@link RoleGuard} says how. Two kinds of roles are guarded
 * elsewhere: the {@link Auditor} logs what an audit sink loses, and the rules, the history and the list of breached
 * passwords are guarded together where a new password is checked.
 */
public final class GuardedRoles {
    private GuardedRoles() {}

    /** Guards the accounts, and whether their store is up and made of two. */
    public static UserStore users(UserStore users) {
        return new GuardedUserStore(users);
    }

    /** Guards the stored flows. */
    public static FlowStore flows(FlowStore flows) {
        return new GuardedFlowStore(flows);
    }

    /** Guards the counters. */
    public static CounterStore counters(CounterStore counters) {
        return new GuardedCounterStore(counters);
    }

    /** Guards the stored security info. */
    public static MethodStore methods(MethodStore methods) {
        return new GuardedMethodStore(methods);
    }

    /** Guards a way to send messages. */
    public static Notifier notifier(Notifier notifier) {
        return new GuardedNotifier(notifier);
    }

    /** Guards a verifier that keeps its own enrolments. */
    public static MfaVerifier mfaVerifier(MfaVerifier verifier) {
        return new GuardedMfaVerifier(verifier);
    }

    /** Guards a verifier whose credentials the library keeps. */
    public static CredentialVerifier credentialVerifier(CredentialVerifier verifier) {
        return new GuardedCredentialVerifier(verifier);
    }

    /** Guards the check of current passwords. */
    public static PasswordVerifier passwordVerifier(PasswordVerifier passwords) {
        return (user, password) -> RoleGuard.ask("password-verifier", () -> passwords.check(user, password));
    }

    /** Guards the end of sessions. */
    public static SessionRevoker sessions(SessionRevoker sessions) {
        return (user, issuedBefore) -> RoleGuard.ask("session-revoker", () -> sessions.revokeAll(user, issuedBefore));
    }

    /** Guards the list of administrators. */
    public static Administrators administrators(Administrators administrators) {
        return about -> RoleGuard.ask("administrators", () -> List.copyOf(administrators.toTell(about)));
    }

    /** Guards the decisions about the help desk. */
    public static AdminAuthorizer authorizer(AdminAuthorizer authorizer) {
        return request -> RoleGuard.ask("admin-authorizer", () -> authorizer.decide(request));
    }

    /** Guards the unlocking of accounts. */
    public static AccountUnlocker unlocker(AccountUnlocker unlocker) {
        return (id, expected) -> RoleGuard.ask("account-unlocker", () -> unlocker.unlock(id, expected));
    }

    /** Guards what is known of phone numbers. */
    public static PhoneNumbers phoneNumbers(PhoneNumbers numbers) {
        return e164 -> RoleGuard.ask("phone-numbers", () -> numbers.typeOf(e164));
    }

    /** Takes an {@link IllegalArgumentException} for a name that no account can have. */
    public static LoginCanon logins(LoginCanon logins) {
        return typed -> {
            try {
                return logins.canonical(typed);
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        };
    }
}
