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
 * Every setting of the library. Each may be set once; {@link #build} checks them together and names what is wrong. A
 * builder belongs to one thread.
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
     * {@return this} Another notifier, for channels that those before it do not carry.
     *
     * @param notifier carries messages
     */
    public SsprBuilder alsoNotify(Notifier notifier) {
        notifiers.add(Objects.requireNonNull(notifier, "notifier"));
        return this;
    }

    /**
     * {@return this} A verification method of the host's own; the policy must name its kind.
     *
     * @param verifier its verifier
     */
    public SsprBuilder verifier(MfaVerifier verifier) {
        verifiers.add(Objects.requireNonNull(verifier, "verifier"));
        return this;
    }

    /**
     * A kind of method whose credentials the library keeps sealed, such as passkeys; it takes the place of a built-in one of
     * its kind. It needs a {@link #methodStore}.
     *
     * @param verifier its verifier
     * @return this
     */
    public SsprBuilder credentialVerifier(CredentialVerifier verifier) {
        credentials.add(Objects.requireNonNull(verifier, "verifier"));
        return this;
    }

    /**
     * Where people's security info is kept. Default: none, and nobody registers anything: the addresses in the user store are
     * what a reset relies on.
     *
     * @param store a store that all nodes share
     * @return this
     */
    public SsprBuilder methodStore(MethodStore store) {
        return set(methodStore, store);
    }

    /**
     * What lifts the locks of accounts; often the user store itself. Default: none, and nobody unlocks an account by
     * themselves, though a reset still lifts its lock.
     *
     * @param lifts lifts locks
     * @return this
     */
    public SsprBuilder unlocker(AccountUnlocker lifts) {
        return set(unlocker, lifts);
    }

    /**
     * {@return this} What a host adds to the rules for passwords: lists, rules of its own, a history.
     *
     * @param added such as {@code rules -> rules.with(BannedTerms.custom(terms)).with(history)}
     */
    public SsprBuilder passwords(UnaryOperator<PasswordRules> added) {
        return set(passwords, added);
    }

    /**
     * Where new passwords are looked for among breached ones; {@link dev.sspr.policy.BreachRules} say what happens while
     * it does not answer. Default: none, and the bundled list of common passwords alone is asked.
     *
     * @param list a service that is asked by a hash prefix, or a list on disk
     * @return this
     */
    public SsprBuilder breachedPasswords(BreachedPasswords list) {
        return set(breached, list);
    }

    /**
     * {@return this} Who knows which phone numbers exist and what calling them costs. Default: nobody; their form must do.
     *
     * @param plans the numbering plans, such as libphonenumber's
     */
    public SsprBuilder phoneNumbers(PhoneNumbers plans) {
        return set(phoneNumbers, plans);
    }

    /**
     * Where open flows are kept. Default: in memory, for one node; a restart forgets them.
     *
     * @param store a store that all nodes share
     * @return this
     */
    public SsprBuilder flowStore(FlowStore store) {
        return set(flows, store);
    }

    /**
     * Where budgets are kept. Default: in memory, for one node; a restart forgets them.
     *
     * @param store a store that all nodes share
     * @return this
     */
    public SsprBuilder counterStore(CounterStore store) {
        return set(counters, store);
    }

    /**
     * Where events go. Default: one line an event to the slf4j logger {@code dev.sspr.audit}.
     *
     * @param sink takes note of events
     * @return this
     */
    public SsprBuilder auditSink(AuditSink sink) {
        return set(audit, sink);
    }

    /**
     * {@return this} Who may do what at the help desk. Default: nobody anything, and there is no help desk (R-ADM-2).
     *
     * @param authorizer decides each call; it needs a {@link #methodStore}
     */
    public SsprBuilder adminAuthorizer(AdminAuthorizer authorizer) {
        return set(adminAuthorizer, authorizer);
    }

    /**
     * {@return this} Who is told when a privileged account has a new password. Default: nobody but its owner (NOT-02).
     *
     * @param others the other administrators
     */
    public SsprBuilder administrators(Administrators others) {
        return set(administrators, others);
    }

    /**
     * All numbers. Default: {@link SsprPolicy#standard}.
     *
     * @param numbers a preset or a copy of one
     * @return this
     */
    public SsprBuilder policy(SsprPolicy numbers) {
        return set(policy, numbers);
    }

    /**
     * How an account is given back to somebody who has lost everything. Default: it is not (ruling 15). It needs a
     * {@link #linkBase}, so that everybody who is told can object.
     *
     * @param waiting how long it waits for objections
     * @return this
     */
    public SsprBuilder recovery(RecoveryPolicy waiting) {
        return set(recovery, waiting);
    }

    /**
     * The page that links in messages lead to. Default: none, and messages carry codes only.
     *
     * @param page https with a host, without user info, query or fragment (R-NOT-5)
     * @return this
     * @throws IllegalArgumentException if the address is not of that form
     */
    public SsprBuilder linkBase(URI page) {
        return set(linkBase, LinkBase.of(page));
    }

    /**
     * The canonical form of login names; the same as at the host's sign-in. Default:
     * {@link LoginCanon#usernameCaseMapped}.
     *
     * @param canon the function
     * @return this
     */
    public SsprBuilder loginCanon(LoginCanon canon) {
        return set(logins, canon);
    }

    /**
     * Which tenant this instance serves: part of every key (R-UNI-6). Default: {@code default}.
     *
     * @param name 1 to 64 characters; no control, format or unpaired surrogate characters
     * @return this
     * @throws IllegalArgumentException if the name is not of that form
     */
    public SsprBuilder tenant(String name) {
        return set(tenant, Setting.name("tenant", name));
    }

    /**
     * What messages call the host. Default: {@code our service}, in every language.
     *
     * @param name 1 to 64 characters; no control, format or unpaired surrogate characters, no line break, no
     *     colon, which ends the name in an authenticator app
     * @return this
     * @throws IllegalArgumentException if the name is not of that form
     */
    public SsprBuilder serviceName(String name) {
        String sound = Setting.name("serviceName", name);
        OtpAuthUri.checkIssuer("serviceName", sound);
        return set(service, sound);
    }

    /**
     * {@return this} The clock. Default: the system's.
     *
     * @param source tells the time; for tests, one that can be set
     */
    public SsprBuilder clock(InstantSource source) {
        return set(clock, source);
    }

    /**
     * {@return this} Where randomness comes from. Default: {@code new SecureRandom()}.
     *
     * @param source a cryptographic source
     */
    public SsprBuilder random(SecureRandom source) {
        return set(random, source);
    }

    /**
     * {@return this} What does the work that no caller waits for. Default: two daemon threads with a bounded queue. An executor that
     * runs tasks on the caller's thread gives away by its time which accounts exist: for tests only.
     *
     * @param workers runs tasks soon; may refuse, then the sweeper takes over
     */
    public SsprBuilder executor(Executor workers) {
        return set(executor, workers);
    }

    /**
     * {@return this} The host calls {@link Sspr#sweep} by itself, at least every 30 seconds on one node at least. Default: a daemon
     * thread does.
     */
    public SsprBuilder hostSweeps() {
        return set(hostSweeps, true);
    }

    private <T> SsprBuilder set(Setting<T> setting, T value) {
        setting.set(value);
        return this;
    }

    /**
     * Checks everything together.
     *
     * @return the library, ready
     * @throws IllegalStateException naming the setting that does not fit the others
     */
    public Sspr build() {
        return new Assembly(this).sspr();
    }
}
