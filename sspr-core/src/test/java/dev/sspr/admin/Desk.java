package dev.sspr.admin;

import dev.sspr.Sspr;
import dev.sspr.SsprBuilder;
import dev.sspr.SsprKey;
import dev.sspr.SsprPolicy;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.StartResult;
import dev.sspr.recovery.RecoveryPolicy;
import dev.sspr.register.RegistrationPolicy;
import dev.sspr.register.RegistrationPolicy.Given;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AdminAction;
import dev.sspr.spi.AdminAuthorizer;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Message;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Privilege;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.memory.InMemoryAdminAuthorizer;
import dev.sspr.spi.memory.InMemoryAuditSink;
import dev.sspr.spi.memory.InMemoryCounterStore;
import dev.sspr.spi.memory.InMemoryFlowStore;
import dev.sspr.spi.memory.InMemoryMethodStore;
import dev.sspr.spi.memory.InMemoryNotifier;
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
import java.util.function.UnaryOperator;

/** A host made of twins with a help desk: dora may do everything to everybody, anna has a mailbox and a phone. */
final class Desk {
    static final UserId DORA = new UserId("u-dora");
    static final UserId ANNA = new UserId("u-anna");
    static final Destination MAIL = new Destination("m1", Channel.EMAIL, "anna@example.org");
    static final Destination PHONE = new Destination("p1", Channel.SMS, "+31612345678");
    static final Secret OLD = Secret.of("the old password of all");

    final InMemoryUserStore users = InMemoryUserStore.forTests();
    final InMemoryNotifier notifier = new InMemoryNotifier(EnumSet.allOf(Channel.class));
    final InMemorySessionRevoker sessions = new InMemorySessionRevoker();
    final InMemoryMethodStore methods = new InMemoryMethodStore();
    final InMemoryFlowStore flows = new InMemoryFlowStore();
    final InMemoryCounterStore counters = new InMemoryCounterStore();
    final InMemoryAuditSink audit = new InMemoryAuditSink();
    final InMemoryAdminAuthorizer authorizer = new InMemoryAdminAuthorizer().grant(DORA, AdminAction.values());
    AdminAuthorizer decides = authorizer;
    Instant now = Instant.parse("2026-01-05T09:00:00Z");
    String reference = "2345 6789";
    final Sspr sspr;
    final HelpDesk desk;

    Desk() {
        this(store -> store, builder -> builder);
    }

    Desk(UnaryOperator<UserStore> seen, UnaryOperator<SsprBuilder> more) {
        add("dora", AccountStatus.ACTIVE, Privilege.PRIVILEGED, mail("dora"));
        add("anna", AccountStatus.ACTIVE, Privilege.ORDINARY, MAIL, PHONE);
        sspr = more.apply(Sspr.builder(seen.apply(users), notifier, sessions, SsprKey.ofHex(1, "07".repeat(31) + "08"))
                        .methodStore(methods)
                        .flowStore(flows)
                        .counterStore(counters)
                        .auditSink(audit)
                        .adminAuthorizer(request -> decides.decide(request))
                        .policy(SsprPolicy.standard()
                                .with(RegistrationPolicy.standard().withGiven(Given.COUNT)))
                        .recovery(RecoveryPolicy.careful())
                        .linkBase(URI.create("https://example.org/account"))
                        .clock((InstantSource) () -> now)
                        .executor(Runnable::run)
                        .hostSweeps())
                .build();
        desk = sspr.helpDesk();
    }

    static Destination mail(String name) {
        return new Destination("m1", Channel.EMAIL, name + "@example.org");
    }

    void add(String name, AccountStatus status, Privilege privilege, Destination... destinations) {
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
    }

    static HelpCase of(String actor, String person) {
        return new HelpCase(new UserId("u-" + actor), new UserId("u-" + person), "asked on the phone");
    }

    static HelpCase help() {
        return of("dora", "anna");
    }

    static <T> T answer(HelpResult<T> result) {
        return ((HelpResult.Done<T>) result).answer();
    }

    void advance(Duration by) {
        now = now.plus(by);
    }

    /** A reset of anna's that waits for its code. */
    FlowHandle reset() {
        advance(Duration.ofSeconds(61));
        return ((StartResult.Started) sspr.passwordReset().start("anna", FlowContext.of(Locale.ENGLISH))).handle();
    }

    /** Begins a recovery of anna's that waits for approval; its notices are read. */
    void waits() {
        StartResult start = sspr.accountRecovery().start("anna", FlowContext.of(Locale.ENGLISH));
        reference = sspr.accountRecovery()
                .reference(((StartResult.Started) start).handle())
                .orElseThrow();
        notifier.clear();
    }

    List<Message> told(AdminAction action) {
        return notifier.messages().stream()
                .filter(message -> message.content() instanceof Notice.HelpDeskActed acted && acted.action() == action)
                .toList();
    }

    List<AuditEvent> events(AuditType type) {
        return audit.events().stream().filter(event -> event.type() == type).toList();
    }
}
