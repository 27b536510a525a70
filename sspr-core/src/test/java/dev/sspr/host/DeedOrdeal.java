package dev.sspr.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.Sspr;
import dev.sspr.SsprKey;
import dev.sspr.change.ChangeRequest;
import dev.sspr.change.ChangeStart;
import dev.sspr.change.PasswordChangeResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.StartResult;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.proof.Spied;
import dev.sspr.internal.proof.Trouble;
import dev.sspr.lockout.Place;
import dev.sspr.recovery.RecoveryPolicy;
import dev.sspr.spi.AuditSink;
import dev.sspr.spi.CounterStore;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.Message;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.Secret;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.memory.InMemoryCounterStore;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** One whole change or recovery of alice's, in which chosen calls to the host's roles go wrong. */
final class DeedOrdeal {
    /** What she is about. */
    enum Deed {
        CHANGE,
        RECOVERY
    }

    private static final Secret OTHER = Secret.of("what nobody may set any more");
    private static final RecoveryPolicy AN_HOUR = new RecoveryPolicy(
            Duration.ofHours(1), Duration.ofMinutes(30), Duration.ofHours(24), RecoveryPolicy.Approval.NOT_NEEDED);

    private final Host host = new Host();
    private final InMemoryCounterStore counters = new InMemoryCounterStore();
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final List<FlowHandle> handles = new ArrayList<>();
    private final Deed deed;
    private final Trouble trouble;
    private final String oldSession;
    private Optional<FlowHandle> current = Optional.empty();
    private Sspr node;

    DeedOrdeal(Deed deed, Map<Integer, Trouble.Fate> fates) {
        this.deed = deed;
        this.trouble = new Trouble(fates);
        this.oldSession = host.sessions.open(Host.ALICE, host.now.get());
        host.later(Duration.ofSeconds(1));
        this.node = node();
    }

    /** How many calls it takes if nothing goes wrong. */
    static int callsOf(Deed deed) {
        DeedOrdeal calm = new DeedOrdeal(deed, Map.of());
        assertThat(calm.survives(Duration.ZERO)).isTrue();
        return calm.trouble.calls();
    }

    /** Both abilities of the user store, each call of which may go wrong. */
    private interface Users extends UserStore, PasswordVerifier {}

    private Sspr node() {
        return Sspr.builder(
                        Spied.through(trouble, Users.class, host.users),
                        Spied.by(trouble, Notifier.class, host.notifier),
                        Spied.by(trouble, SessionRevoker.class, host.sessions),
                        SsprKey.ofHex(1, "00112233445566778899aabbccddeeff".repeat(2)))
                .flowStore(Spied.by(trouble, FlowStore.class, host.flows))
                .counterStore(Spied.by(trouble, CounterStore.class, counters))
                .auditSink(Spied.by(trouble, AuditSink.class, host.audit))
                .recovery(AN_HOUR)
                .linkBase(URI.create("https://example.org/account"))
                .clock(host.now::get)
                .executor(background::add)
                .hostSweeps()
                .build();
    }

    /** Lives through everything; each crash is followed by a restart after a while. */
    private boolean survives(Duration downtime) {
        for (int lives = 0; lives <= trouble.size(); lives++) {
            try {
                return finishes();
            } catch (Trouble.Crash crash) {
                restart(downtime);
            }
        }
        return false;
    }

    /** What was only in the heap is gone; the browser still has its handle. */
    private void restart(Duration downtime) {
        background.clear();
        host.later(downtime);
        node = node();
    }

    private boolean finishes() {
        for (int visit = 0; visit < 40; visit++) {
            if (visits()) {
                return true;
            }
            timePasses();
        }
        return false;
    }

    private boolean visits() {
        try {
            boolean done = goesOn();
            work();
            return done;
        } catch (UnavailableException e) {
            return false;
        }
    }

    private void timePasses() {
        host.later(deed == Deed.CHANGE ? Duration.ofSeconds(61) : Duration.ofMinutes(5));
        try {
            node.sweep();
        } catch (UnavailableException e) {
            // the next sweep is due in a while
            return;
        } finally {
            work();
        }
    }

    private void work() {
        for (Runnable next = background.poll(); next != null; next = background.poll()) {
            next.run();
        }
    }

    private boolean goesOn() {
        if (current.isEmpty()) {
            current = begins();
            current.ifPresent(handles::add);
            return false;
        }
        CompleteResult result = complete(current.get(), Host.OLD, Host.NEW);
        if (result instanceof Refused refused && refused.reason() == Refusal.GONE) {
            current = Optional.empty();
        }
        return result instanceof CompleteResult.Done;
    }

    private Optional<FlowHandle> begins() {
        FlowContext context = FlowContext.of(Locale.ENGLISH);
        if (deed == Deed.CHANGE) {
            ChangeRequest request = ChangeRequest.voluntary(Host.ALICE, host.now.get());
            return Optional.of(node.passwordChange().begin(request, context))
                    .filter(ChangeStart.Begun.class::isInstance)
                    .map(it -> ((ChangeStart.Begun) it).handle());
        }
        return Optional.of(node.accountRecovery().start("alice", context))
                .filter(StartResult.Started.class::isInstance)
                .map(it -> ((StartResult.Started) it).handle());
    }

    private CompleteResult complete(FlowHandle handle, Secret old, Secret next) {
        if (deed == Deed.RECOVERY) {
            return node.accountRecovery().complete(handle, next);
        }
        PasswordChangeResult result = node.passwordChange().complete(handle, Place.FAMILIAR, old, next);
        assertThat(result)
                .as("the current password is right, " + trouble.seen)
                .isInstanceOf(PasswordChangeResult.Judged.class);
        return ((PasswordChangeResult.Judged) result).result();
    }

    /** All that is overdue is done. */
    private void settles() {
        for (int lives = 0; lives <= trouble.size(); lives++) {
            try {
                work();
                for (int i = 0; i < 6; i++) {
                    host.later(Duration.ofMinutes(4));
                    timePasses();
                }
                return;
            } catch (Trouble.Crash crash) {
                restart(Duration.ofSeconds(61));
            }
        }
    }

    /** It is done once, and all that must follow. */
    void assertSound(Duration downtime) {
        assertThat(survives(downtime)).as("owner finished, " + trouble.seen).isTrue();
        settles();
        assertThat(trouble.written()).as("writes, " + trouble.seen).isOne();
        assertNothingLost();
    }

    /** The process ends somewhere, and nobody but the sweeper goes on; says whether the password was written by then. */
    int ownerStaysAway(Duration outage) {
        try {
            finishes();
        } catch (Trouble.Crash crash) {
            restart(outage);
        }
        settles();
        if (trouble.written() > 0) {
            assertNothingLost();
        }
        return trouble.written();
    }

    /** The sessions end, every address is told, and nothing that was ever handed out writes once more. */
    private void assertNothingLost() {
        assertThat(host.sessions.accepts(oldSession))
                .as("old session, " + trouble.seen)
                .isFalse();
        List<Message> notices = host.notifier.messages().stream()
                .filter(message -> message.content() instanceof Notice.PasswordChanged)
                .toList();
        assertThat(notices)
                .as("notices, " + trouble.seen)
                .extracting(Message::to)
                .contains(Host.MAIL, Host.OTHER_MAIL);
        assertThat(notices.stream().map(Message::id).distinct())
                .as("ids of notices, " + trouble.seen)
                .hasSize(2);
        int before = trouble.written();
        trouble.over();
        handles.forEach(handle -> complete(handle, Host.NEW, OTHER));
        assertThat(trouble.written()).as("writes, " + trouble.seen).isEqualTo(before);
        assertThat(host.signsIn(Host.NEW)).as("password, " + trouble.seen).isTrue();
    }
}
