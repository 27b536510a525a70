package dev.sspr;

import dev.sspr.flow.LoginCanon;
import dev.sspr.internal.engine.LinkBase;
import dev.sspr.internal.verify.OtpAuthUri;
import dev.sspr.password.PasswordRules;
import dev.sspr.policy.RecoveryPolicy;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.AccountUnlocker;
import dev.sspr.spi.AdminAuthorizer;
import dev.sspr.spi.Administrators;
import dev.sspr.spi.AuditSink;
import dev.sspr.spi.BreachedPasswords;
import dev.sspr.spi.CounterStore;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.MailDomains;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.PhoneNumbers;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserStore;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

/**
 * Every setting of the library. Each may be set once. {@link #build} checks them together and names a setting that is
 * wrong. A builder belongs to one thread.
 */
public final class SsprBuilder extends Settings {
    final UserStore users;
    final SessionRevoker sessions;
    final SsprKey key;
    final List<Notifier> notifiers = new ArrayList<>();
    final List<MfaVerifier> verifiers = new ArrayList<>();
    final List<CredentialVerifier> credentials = new ArrayList<>();

    SsprBuilder(UserStore users, Notifier notifier, SessionRevoker sessions, SsprKey key) {
        this.users = Objects.requireNonNull(users, "users");
        this.sessions = Objects.requireNonNull(sessions, "sessions");
        this.key = Objects.requireNonNull(key, "key");
        notifiers.add(Objects.requireNonNull(notifier, "notifier"));
    }

    /**
     * {@return this} Adds a notifier for channels that the earlier ones do not carry.
     *
     * @param notifier carries messages
     */
    public SsprBuilder alsoNotify(Notifier notifier) {
        notifiers.add(Objects.requireNonNull(notifier, "notifier"));
        return this;
    }

    /**
     * {@return this} Adds a verification method of the host. The policy must name its kind.
     *
     * @param verifier its verifier
     */
    public SsprBuilder verifier(MfaVerifier verifier) {
        verifiers.add(Objects.requireNonNull(verifier, "verifier"));
        return this;
    }

    /**
     * {@return this} Adds a kind of method whose credentials the library keeps sealed, such as passkeys. It replaces a built-in
     * verifier of its kind. It needs a {@link #methodStore}.
     *
     * @param verifier its verifier
     */
    public SsprBuilder credentialVerifier(CredentialVerifier verifier) {
        credentials.add(Objects.requireNonNull(verifier, "verifier"));
        return this;
    }

    /**
     * {@return this} Sets the store of security info. Default: none. Then users cannot register methods, and a reset relies on the
     * addresses in the user store.
     *
     * @param store a store that all nodes share
     */
    public SsprBuilder methodStore(MethodStore store) {
        return set(methodStore, store);
    }

    /**
     * {@return this} Sets the role that lifts locks, often the user store. Default: none; then only a reset lifts a lock.
     *
     * @param lifts lifts locks
     */
    public SsprBuilder unlocker(AccountUnlocker lifts) {
        return set(unlocker, lifts);
    }

    /**
     * {@return this} Adds to the password rules: lists, rules of the host, a history.
     *
     * @param added such as {@code rules -> rules.with(BannedTerms.custom(terms)).with(history)}
     */
    public SsprBuilder passwords(UnaryOperator<PasswordRules> added) {
        return set(passwords, added);
    }

    /**
     * {@return this} Sets the list of breached passwords. {@link dev.sspr.policy.PasswordPolicy.BreachRules} decide
     * about passwords while it does not answer. Default: none; then only the bundled list of common passwords is used.
     *
     * @param list a service that is asked by a hash prefix, or a list on disk
     */
    public SsprBuilder breachedPasswords(BreachedPasswords list) {
        return set(breached, list);
    }

    /**
     * {@return this} Sets the numbering plans. Default: none; then only the form of a phone number is checked.
     *
     * @param plans know the existing phone numbers and their cost, such as libphonenumber's
     */
    public SsprBuilder phoneNumbers(PhoneNumbers plans) {
        return set(phoneNumbers, plans);
    }

    /**
     * {@return this} Sets what maps international mail domains to ASCII. Default: none; then they are refused.
     *
     * @param mapping maps by UTS 46, such as ICU's
     */
    public SsprBuilder mailDomains(MailDomains mapping) {
        return set(mailDomains, mapping);
    }

    /**
     * {@return this} Sets the store of open flows. Default: in memory, for one node; a restart loses them.
     *
     * @param store a store that all nodes share
     */
    public SsprBuilder flowStore(FlowStore store) {
        return set(flows, store);
    }

    /**
     * {@return this} Sets the store of the rate limits' counters. Default: in memory, for one node; a restart loses them.
     *
     * @param store a store that all nodes share
     */
    public SsprBuilder counterStore(CounterStore store) {
        return set(counters, store);
    }

    /**
     * {@return this} Sets the sink of audit events. Default: one line each to the slf4j logger {@code dev.sspr.audit}.
     *
     * @param sink records events
     */
    public SsprBuilder auditSink(AuditSink sink) {
        return set(audit, sink);
    }

    /**
     * {@return this} Sets the authorizer of help desk calls. Default: none. Then there is no help desk (R-ADM-2).
     *
     * @param authorizer decides each call; it needs a {@link #methodStore}
     */
    public SsprBuilder adminAuthorizer(AdminAuthorizer authorizer) {
        return set(adminAuthorizer, authorizer);
    }

    /**
     * {@return this} Notifies others of a privileged account's new password. Default: only its owner (NOT-02).
     *
     * @param others the other administrators
     */
    public SsprBuilder administrators(Administrators others) {
        return set(administrators, others);
    }

    /**
     * {@return this} Sets the policy. Default: {@link SsprPolicy#standard}.
     *
     * @param numbers a preset or a copy of one
     */
    public SsprBuilder policy(SsprPolicy numbers) {
        return set(policy, numbers);
    }

    /**
     * {@return this} Allows the recovery of an account whose user has lost all methods. Default: no recovery. It needs
     * a {@link #linkBase}, so that every notified owner can object.
     *
     * @param waiting the waiting period for objections
     */
    public SsprBuilder recovery(RecoveryPolicy waiting) {
        return set(recovery, waiting);
    }

    /**
     * {@return this} Sets the page that links in messages lead to. Default: none; then messages carry codes only.
     *
     * @param page https with a host, without user info, query or fragment (R-NOT-5)
     * @throws IllegalArgumentException if the address is not of that form
     */
    public SsprBuilder linkBase(URI page) {
        return set(linkBase, LinkBase.of(page));
    }

    /**
     * {@return this} Sets the canonical form of login names, also of sign-in. Default: {@link LoginCanon#usernameCaseMapped}.
     *
     * @param canon the function
     */
    public SsprBuilder loginCanon(LoginCanon canon) {
        return set(logins, canon);
    }

    /**
     * {@return this} Sets the tenant of this instance, which is part of every key (R-UNI-6). Default: {@code default}.
     *
     * @param name 1 to 64 characters; no control, format or unpaired surrogate characters
     * @throws IllegalArgumentException if the name is not of that form
     */
    public SsprBuilder tenant(String name) {
        return set(tenant, Setting.name("tenant", name));
    }

    /**
     * {@return this} Sets the name of the host in messages. Default: a phrase such as {@code our service}.
     *
     * @param name 1 to 64 characters; no control, format or unpaired surrogate characters, line break or colon
     * @throws IllegalArgumentException if the name is not of that form
     */
    public SsprBuilder serviceName(String name) {
        OtpAuthUri.checkIssuer("serviceName", Setting.name("serviceName", name));
        return set(service, name);
    }

    /**
     * {@return this} Sets the clock. Default: the system clock.
     *
     * @param source tells the time; for tests, one that can be set
     */
    public SsprBuilder clock(InstantSource source) {
        return set(clock, source);
    }

    /**
     * {@return this} Sets the source of randomness. Default: {@code new SecureRandom()}.
     *
     * @param source a cryptographic source
     */
    public SsprBuilder random(SecureRandom source) {
        return set(random, source);
    }

    /**
     * {@return this} Sets the executor of background work, without a {@link #sendExecutor} of sending too. One that uses the
     * caller's thread, for tests, reveals by its time which accounts exist. Default: daemon threads with bounded queues.
     *
     * @param workers runs tasks soon; may refuse, then the sweeper takes over
     */
    public SsprBuilder executor(Executor workers) {
        return set(executor, workers);
    }

    /**
     * {@return this} Sets the executor of sending, so that a slow notifier delays no look-up. Default: the {@code executor}.
     *
     * @param workers runs tasks soon; may refuse, then the sweeper takes over
     */
    public SsprBuilder sendExecutor(Executor workers) {
        return set(sendExecutor, workers);
    }

    /**
     * {@return this} Lets the host call {@link Sspr#sweep} every 30 seconds on one node. Default: a daemon thread does.
     */
    public SsprBuilder hostSweeps() {
        return set(hostSweeps, true);
    }

    private <T> SsprBuilder set(Setting<T> setting, T value) {
        setting.set(value);
        return this;
    }

    /**
     * {@return the library, ready}
     *
     * @throws IllegalStateException naming the setting that does not fit the others
     */
    public Sspr build() {
        return new Assembly(this).sspr();
    }
}
