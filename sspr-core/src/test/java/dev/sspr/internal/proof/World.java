package dev.sspr.internal.proof;

import dev.sspr.flow.CodePolicy;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Limits;
import dev.sspr.flow.LinkBase;
import dev.sspr.flow.LoginCanon;
import dev.sspr.flow.ResetPolicy;
import dev.sspr.flow.StartResult;
import dev.sspr.internal.engine.Courier;
import dev.sspr.internal.engine.Plugs;
import dev.sspr.internal.secret.KeyRing;
import dev.sspr.internal.secret.Mint;
import dev.sspr.internal.secret.Token;
import dev.sspr.internal.verify.CodeFormat;
import dev.sspr.internal.verify.MessageCodes;
import dev.sspr.internal.verify.Methods;
import dev.sspr.messages.MessageWriter;
import dev.sspr.password.PasswordPolicy;
import dev.sspr.password.PasswordRules;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AuditSink;
import dev.sspr.spi.BreachedPasswords;
import dev.sspr.spi.Channel;
import dev.sspr.spi.CounterStore;
import dev.sspr.spi.Destination;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Message;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.PasswordHistory;
import dev.sspr.spi.PasswordRule;
import dev.sspr.spi.Privilege;
import dev.sspr.spi.Secret;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.StoredFlow;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.memory.InMemoryAuditSink;
import dev.sspr.spi.memory.InMemoryBreachedPasswords;
import dev.sspr.spi.memory.InMemoryCounterStore;
import dev.sspr.spi.memory.InMemoryFlowStore;
import dev.sspr.spi.memory.InMemoryNotifier;
import dev.sspr.spi.memory.InMemoryPasswordHistory;
import dev.sspr.spi.memory.InMemoryPasswordRule;
import dev.sspr.spi.memory.InMemorySessionRevoker;
import dev.sspr.spi.memory.InMemoryUserStore;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

/** A host made of twins, and a reset over it; every part can be replaced before the reset is built. */
class World {
    static final LoginName ALICE = new LoginName("alice");
    static final UserId ALICE_ID = new UserId("u-alice");
    static final Secret OLD = Secret.of("the old password of alice");
    static final Secret NEW = Secret.of("a quite different sentence");
    static final Destination MAIL = new Destination("m1", Channel.EMAIL, "alice@example.org");
    static final Destination PHONE = new Destination("p1", Channel.SMS, "+31612345678");

    final TestClock clock = new TestClock();
    final TestExecutor executor = new TestExecutor();
    final InMemoryUserStore users = InMemoryUserStore.forTests();
    final InMemoryFlowStore flows = new InMemoryFlowStore();
    final InMemoryCounterStore counters = new InMemoryCounterStore();
    final InMemoryNotifier notifier = new InMemoryNotifier(EnumSet.of(Channel.EMAIL, Channel.SMS));
    final InMemorySessionRevoker sessions = new InMemorySessionRevoker();
    final InMemoryAuditSink audit = new InMemoryAuditSink();
    final InMemoryPasswordRule passwordRule = new InMemoryPasswordRule();
    final InMemoryPasswordHistory history = InMemoryPasswordHistory.forTests();
    final InMemoryBreachedPasswords breached = new InMemoryBreachedPasswords();
    final Mint mint = new Mint(new TestRandom(1));

    byte[] master = new byte[32];
    Limits limits = Limits.standard();
    CodePolicy codes = CodePolicy.standard();
    /** The standard preset, cut to what is plugged in here. */
    ResetPolicy policy = ResetPolicy.standard()
            .with(List.of(
                    new ResetPolicy.MethodRule(MethodKind.EMAIL_CODE, ResetPolicy.Use.ALONE),
                    new ResetPolicy.MethodRule(MethodKind.SMS_CODE, ResetPolicy.Use.WITH_ANOTHER)));

    Optional<LinkBase> linkBase = Optional.of(LinkBase.of(URI.create("https://example.org/reset")));

    UserStore usersPlug = users;
    FlowStore flowsPlug = flows;
    CounterStore countersPlug = counters;
    Notifier notifierPlug = notifier;
    SessionRevoker sessionsPlug = sessions;
    AuditSink auditPlug = audit;
    Executor executorPlug = executor;
    PasswordRule passwordRulePlug = passwordRule;
    PasswordHistory historyPlug = history;
    BreachedPasswords breachedPlug = breached;
    PasswordPolicy passwords = PasswordPolicy.standard();
    LoginCanon logins = LoginCanon.usernameCaseMapped();
    UnaryOperator<MfaVerifier> verifierPlug = UnaryOperator.identity();
    String tenant = "default";
    int keyId = 1;
    Optional<KeyRing.Raw> olderKey = Optional.empty();

    World() {
        Arrays.fill(master, (byte) 7);
        master[0] = 1;
    }

    /** An ordinary account with some destinations, under its own name. */
    World with(String name, AccountStatus status, Privilege privilege, Destination... destinations) {
        users.add(
                new Account(
                        new UserId("u-" + name),
                        status,
                        privilege,
                        Generation.of(1),
                        Optional.empty(),
                        List.of(destinations),
                        List.of(name)),
                OLD,
                new LoginName(name));
        return this;
    }

    World withAlice() {
        return with("alice", AccountStatus.ACTIVE, Privilege.ORDINARY, MAIL);
    }

    /** Lets every call to a role of the host pass a tester first. */
    World through(Spied.Around around) {
        usersPlug = Spied.by(around, UserStore.class, usersPlug);
        flowsPlug = Spied.by(around, FlowStore.class, flowsPlug);
        countersPlug = Spied.by(around, CounterStore.class, countersPlug);
        notifierPlug = Spied.by(around, Notifier.class, notifierPlug);
        sessionsPlug = Spied.by(around, SessionRevoker.class, sessionsPlug);
        auditPlug = Spied.by(around, AuditSink.class, auditPlug);
        passwordRulePlug = Spied.by(around, PasswordRule.class, passwordRulePlug);
        historyPlug = Spied.by(around, PasswordHistory.class, historyPlug);
        breachedPlug = Spied.by(around, BreachedPasswords.class, breachedPlug);
        UnaryOperator<MfaVerifier> inner = verifierPlug;
        verifierPlug = one -> Spied.by(around, MfaVerifier.class, inner.apply(one));
        return this;
    }

    KeyRing keys() {
        return KeyRing.derive(tenant, new KeyRing.Raw((byte) keyId, master), olderKey, mint);
    }

    Plugs plugs() {
        KeyRing keys = keys();
        Courier courier = new Courier(List.of(notifierPlug), new MessageWriter("Example"), keys.digest(), clock);
        return new Plugs(
                usersPlug,
                flowsPlug,
                countersPlug,
                sessionsPlug,
                auditPlug,
                courier,
                keys,
                mint,
                logins,
                limits,
                codes,
                linkBase,
                clock,
                executorPlug);
    }

    List<MfaVerifier> verifiers(KeyRing keys) {
        return List.of(
                new MessageCodes(MethodKind.EMAIL_CODE, Channel.EMAIL, CodeFormat.unambiguous(10), keys),
                new MessageCodes(MethodKind.SMS_CODE, Channel.SMS, CodeFormat.digits(8), keys));
    }

    Rules rules() {
        return new Rules(policy, limits);
    }

    PasswordReset reset() {
        Plugs plugs = plugs();
        return Resets.with(
                rules(),
                plugs,
                new Methods(verifiers(plugs.keys()).stream().map(verifierPlug).toList()),
                new PasswordRules(passwords)
                        .with(passwordRulePlug)
                        .with(historyPlug)
                        .with(breachedPlug));
    }

    /** Starts a reset for a name and runs what follows in the background. */
    FlowHandle started(PasswordReset reset, String name) {
        StartResult result = reset.start(name, FlowContext.of(Locale.ENGLISH));
        executor.runAll();
        return ((StartResult.Started) result).handle();
    }

    /** A reset of alice that waits for its password. */
    FlowHandle proven(PasswordReset reset) {
        FlowHandle handle = started(reset, "alice");
        reset.answer(handle, codeTo(MAIL));
        return handle;
    }

    /** The code in the last message to a destination. */
    Secret codeTo(Destination to) {
        return content(to).code();
    }

    MessageContent.ResetCode content(Destination to) {
        Message message = notifier.lastTo(to).orElseThrow();
        return (MessageContent.ResetCode) message.content();
    }

    Secret linkTo(Destination to) {
        return token(content(to).link().orElseThrow());
    }

    Secret cancelTo(Destination to) {
        return token(content(to).cancel().orElseThrow());
    }

    /** The flow that a handle names, as the store keeps it. */
    StoredFlow stored(FlowHandle handle) {
        return flows.find(Token.parse(handle.secret()).orElseThrow().flow()).orElseThrow();
    }

    /** The token of a link in a message. */
    static Secret token(Secret url) {
        return url.exposeTo(chars -> {
            String text = new String(chars);
            return Secret.of(text.substring(text.indexOf('=') + 1));
        });
    }
}
