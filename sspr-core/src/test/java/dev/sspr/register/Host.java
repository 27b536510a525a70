package dev.sspr.register;

import dev.sspr.Sspr;
import dev.sspr.SsprKey;
import dev.sspr.SsprPolicy;
import dev.sspr.admin.HelpCase;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.StartResult;
import dev.sspr.internal.proof.Spied;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AdminAuthorizer;
import dev.sspr.spi.AuditSink;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Channel;
import dev.sspr.spi.CounterStore;
import dev.sspr.spi.Destination;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Message;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.PhoneNumbers;
import dev.sspr.spi.Privilege;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.memory.InMemoryAuditSink;
import dev.sspr.spi.memory.InMemoryCounterStore;
import dev.sspr.spi.memory.InMemoryFlowStore;
import dev.sspr.spi.memory.InMemoryMethodStore;
import dev.sspr.spi.memory.InMemoryNotifier;
import dev.sspr.spi.memory.InMemoryPhoneNumbers;
import dev.sspr.spi.memory.InMemorySessionRevoker;
import dev.sspr.spi.memory.InMemoryUserStore;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/** A host made of twins, whose people register: alice has a mailbox in the user store and has registered nothing. */
class Host {
    static final UserId ALICE = new UserId("u-alice");
    static final Destination GIVEN = new Destination("m1", Channel.EMAIL, "alice@example.org");
    static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    final InMemoryUserStore users = InMemoryUserStore.forTests();
    final InMemoryNotifier notifier = new InMemoryNotifier(EnumSet.allOf(Channel.class));
    final InMemorySessionRevoker sessions = new InMemorySessionRevoker();
    final InMemoryMethodStore methods = new InMemoryMethodStore();
    final InMemoryFlowStore flows = new InMemoryFlowStore();
    final InMemoryCounterStore counters = new InMemoryCounterStore();
    final InMemoryPhoneNumbers plans = new InMemoryPhoneNumbers();
    final InMemoryAuditSink audit = new InMemoryAuditSink();
    Instant now = START;
    final Sspr sspr;
    final Registration registration;

    Host() {
        this(SsprPolicy.standard());
    }

    Host(SsprPolicy policy) {
        add("alice", GIVEN);
        add("desk");
        sspr = over(policy);
        registration = sspr.registration();
    }

    /** Another node over the same stores, under another policy. */
    final Sspr over(SsprPolicy policy) {
        return over(policy, Spied::go, Runnable::run);
    }

    /** The same, with a tester between it and the host. */
    final Sspr over(SsprPolicy policy, Spied.Around around, Executor executor) {
        return Sspr.builder(
                        Spied.by(around, UserStore.class, users),
                        Spied.by(around, Notifier.class, notifier),
                        Spied.by(around, SessionRevoker.class, sessions),
                        SsprKey.ofHex(1, "07".repeat(31) + "08"))
                .methodStore(Spied.by(around, MethodStore.class, methods))
                .flowStore(Spied.by(around, FlowStore.class, flows))
                .counterStore(Spied.by(around, CounterStore.class, counters))
                .phoneNumbers(Spied.by(around, PhoneNumbers.class, plans))
                .auditSink(Spied.by(around, AuditSink.class, audit))
                .adminAuthorizer(request -> new AdminAuthorizer.Decision.Granted())
                .policy(cut(policy))
                .linkBase(URI.create("https://example.org/account"))
                .clock((InstantSource) () -> now)
                .executor(executor)
                .hostSweeps()
                .build();
    }

    /** A policy may name kinds that this host does not carry. */
    private static SsprPolicy cut(SsprPolicy policy) {
        Set<MethodKind> absent = Set.of(MethodKind.PASSKEY, MethodKind.PUSH);
        return policy.with(policy.reset()
                .with(policy.reset().methods().stream()
                        .filter(rule -> !absent.contains(rule.kind()))
                        .toList()));
    }

    final void add(String name, Destination... destinations) {
        add(name, Privilege.ORDINARY, destinations);
    }

    final void add(String name, Privilege privilege, Destination... destinations) {
        users.add(
                new Account(
                        new UserId("u-" + name),
                        AccountStatus.ACTIVE,
                        privilege,
                        Generation.of(1),
                        Optional.empty(),
                        List.of(destinations),
                        List.of(name)),
                Secret.of("the old password of " + name),
                new LoginName(name));
    }

    /** The help desk helps somebody. */
    HelpCase help(UserId person) {
        return new HelpCase(new UserId("u-desk"), person, "asked on the phone");
    }

    void advance(Duration by) {
        now = now.plus(by);
    }

    SignInStatement signIn(MethodKind... methodsUsed) {
        return signIn(ALICE, methodsUsed);
    }

    SignInStatement signIn(UserId user, MethodKind... methodsUsed) {
        return new SignInStatement(user, "alice", now, Set.of(methodsUsed), START.minus(Duration.ofDays(1)));
    }

    /** Alice's security info, open. */
    FlowHandle opened(MethodKind... methodsUsed) {
        return opened(ALICE, methodsUsed);
    }

    FlowHandle opened(UserId user, MethodKind... methodsUsed) {
        BeginResult begun = registration.begin(signIn(user, methodsUsed), FlowContext.of(Locale.ENGLISH));
        return ((BeginResult.Begun) begun).handle();
    }

    /** An app, enrolled and confirmed. */
    Phone withApp(FlowHandle handle) {
        EnrolResult.Show show = (EnrolResult.Show) registration.enrol(handle, MethodKind.APP_CODE);
        Prompt prompt = show.prompt().orElseThrow();
        Phone phone = Phone.scanned(prompt);
        if (!(confirm(handle, phone.code(now)) instanceof ConfirmResult.Registered)) {
            throw new AssertionError("the app was not registered");
        }
        return phone;
    }

    /** An address, enrolled and confirmed. */
    HeldMethod withAddress(FlowHandle handle, MethodKind kind, String address) {
        registration.enrol(handle, kind, address);
        ConfirmResult result = confirm(handle, codeTo(address));
        return ((ConfirmResult.Registered) result).method();
    }

    ConfirmResult confirm(FlowHandle handle, Secret code) {
        return registration.confirm(handle, new Response.Typed(code));
    }

    /** The registration code in the last message to an address. */
    Secret codeTo(String address) {
        Message message = notifier.lastTo(address.replace(" ", "")).orElseThrow();
        return ((MessageContent.RegisterCode) message.content()).code();
    }

    /** A reset, begun by whoever types the name, asking for an e-mail: late enough for another message. */
    FlowHandle reset(String name) {
        advance(Duration.ofSeconds(61));
        PasswordReset reset = sspr.passwordReset();
        StartResult result = reset.start(name, FlowContext.of(Locale.ENGLISH));
        return ((StartResult.Started) result).handle();
    }

    /** The reset code in the last message to an address. */
    Secret resetCodeTo(String address) {
        Message message = notifier.lastTo(address).orElseThrow();
        return ((MessageContent.ResetCode) message.content()).code();
    }

    /** The notices sent so far. */
    List<Notice.SecurityInfoChanged> notices() {
        return notifier.messages().stream()
                .map(Message::content)
                .filter(Notice.SecurityInfoChanged.class::isInstance)
                .map(Notice.SecurityInfoChanged.class::cast)
                .toList();
    }

    /** The token of the undo link in the last notice that has one. */
    Secret undo() {
        List<Secret> all =
                notices().stream().flatMap(notice -> notice.undo().stream()).toList();
        String link = all.get(all.size() - 1).exposeTo(String::new);
        return Secret.of(link.substring(link.indexOf("#undo=") + 6));
    }

    long events(AuditType type) {
        return audit.events().stream().filter(event -> event.type() == type).count();
    }
}
