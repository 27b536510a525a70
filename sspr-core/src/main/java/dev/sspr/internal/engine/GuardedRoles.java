package dev.sspr.internal.engine;

import dev.sspr.flow.LoginCanon;
import dev.sspr.spi.AccountUnlocker;
import dev.sspr.spi.AccountsByKey;
import dev.sspr.spi.AdminAuthorizer;
import dev.sspr.spi.Administrators;
import dev.sspr.spi.CounterStore;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.MailDomains;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.PhoneNumbers;
import dev.sspr.spi.SealingKeys;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserStore;
import java.util.List;
import java.util.Optional;

/**
 * Guards each role of the host once: it answers, or throws an {@link dev.sspr.flow.UnavailableException} that names it. The
 * {@link Auditor} guards the audit sink; the password check guards its rules, history and breach list.
 */
public final class GuardedRoles {
    private GuardedRoles() {}

    /** Guards the user store, including its availability and its parts. */
    public static UserStore users(UserStore users) {
        return users(users, Optional.empty());
    }

    /** Guards the user store, whose phone numbers the plans map to their canonical form. */
    public static UserStore users(UserStore users, Optional<PhoneNumbers> plans) {
        return new GuardedUserStore(users, plans.map(GuardedRoles::phoneNumbers).map(CanonicalNumbers::new));
    }

    public static FlowStore flows(FlowStore flows) {
        return new GuardedFlowStore(flows);
    }

    public static CounterStore counters(CounterStore counters) {
        return new GuardedCounterStore(counters);
    }

    public static MethodStore methods(MethodStore methods) {
        return new GuardedMethodStore(methods);
    }

    /** Guards the listing of a store that can tell which keys its bodies need. */
    public static Optional<SealingKeys> sealingKeys(FlowStore flows) {
        return flows instanceof SealingKeys able
                ? Optional.of(new GuardedSealingKeys("flow-store", able))
                : Optional.empty();
    }

    /** Guards the listing of a store that can tell which keys its bodies need. */
    public static Optional<AccountsByKey> accountsByKey(MethodStore methods) {
        return methods instanceof AccountsByKey able ? Optional.of(new GuardedAccountsByKey(able)) : Optional.empty();
    }

    public static Notifier notifier(Notifier notifier) {
        return new GuardedNotifier(notifier);
    }

    public static MfaVerifier mfaVerifier(MfaVerifier verifier) {
        return new GuardedMfaVerifier(verifier);
    }

    public static CredentialVerifier credentialVerifier(CredentialVerifier verifier) {
        return new GuardedCredentialVerifier(verifier);
    }

    public static PasswordVerifier passwordVerifier(PasswordVerifier passwords) {
        return (user, password) -> RoleGuard.ask("password-verifier", () -> passwords.check(user, password));
    }

    public static SessionRevoker sessions(SessionRevoker sessions) {
        return new GuardedSessionRevoker(sessions);
    }

    public static Administrators administrators(Administrators administrators) {
        return about -> RoleGuard.ask("administrators", () -> List.copyOf(administrators.toTell(about)));
    }

    public static AdminAuthorizer authorizer(AdminAuthorizer authorizer) {
        return request -> RoleGuard.ask("admin-authorizer", () -> authorizer.decide(request));
    }

    public static AccountUnlocker unlocker(AccountUnlocker unlocker) {
        return (id, expected) -> RoleGuard.ask("account-unlocker", () -> unlocker.unlock(id, expected));
    }

    public static MailDomains mailDomains(MailDomains domains) {
        return domain -> RoleGuard.ask("mail-domains", () -> domains.toAscii(domain));
    }

    public static PhoneNumbers phoneNumbers(PhoneNumbers numbers) {
        return e164 -> RoleGuard.ask("phone-numbers", () -> numbers.lineOf(e164));
    }

    /** Treats an {@link IllegalArgumentException} as a name that no account can have. */
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
