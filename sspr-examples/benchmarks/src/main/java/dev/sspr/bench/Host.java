package dev.sspr.bench;

import dev.sspr.Sspr;
import dev.sspr.SsprKey;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.StartResult;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditSink;
import dev.sspr.spi.Channel;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.Message;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.Secret;
import dev.sspr.spi.memory.InMemoryCounterStore;
import dev.sspr.spi.memory.InMemoryNotifier;
import dev.sspr.spi.memory.InMemorySessionRevoker;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** A host on the in-memory twins, whose people forget their passwords one after the other, three hours per round. */
final class Host implements AuditSink, InstantSource {
    static final Instant START = Instant.parse("2026-11-01T12:00:00Z");

    private static final FlowContext CONTEXT = FlowContext.of(Locale.ENGLISH);
    private static final Secret NEW = Secret.of("a quite different sentence");
    /** At this distance no budget of an account or a mailbox fills. */
    private static final Duration ROUND = Duration.ofHours(3);
    /** A stride without a factor in common with any number of accounts, so that neighbours in memory do not help. */
    private static final int STRIDE = 7919;

    private static final int FLOWS_PER_SWEEP = 64;

    private final Sspr sspr;
    private final PasswordReset reset;
    private final InMemoryNotifier mailbox = new InMemoryNotifier(EnumSet.of(Channel.EMAIL));
    private final String[] logins;
    private final long step;

    private Instant now = START;
    private Secret code = NEW;
    private long flows;
    private long events;
    private int next;

    /** A host with some accounts over a store; so many counters are kept for others. */
    Host(int accounts, int counters, FlowStore store) {
        InMemoryCounterStore budgets = new InMemoryCounterStore(counters + 1_000_000);
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        for (int i = 0; i < counters; i++) {
            CounterKey key = new CounterKey(new Digest(random.nextLong(), random.nextLong()));
            budgets.add(key, 1, 10, Duration.ofDays(36_500), START);
        }
        logins = new String[accounts];
        for (int i = 0; i < accounts; i++) {
            logins[i] = Accounts.login(i);
        }
        // not less than for a thousand accounts, so that a large host keeps no more ended flows than a small one
        step = ROUND.toMillis() / Math.min(accounts, 1_000);
        mailbox.answerWith(this::delivered);
        sspr = Sspr.builder(
                        new Accounts(accounts),
                        mailbox,
                        new InMemorySessionRevoker(),
                        SsprKey.ofHex(1, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"))
                .flowStore(store)
                .counterStore(budgets)
                .auditSink(this)
                .clock(this)
                .linkBase(URI.create("https://example.org/reset"))
                .executor(Runnable::run)
                .hostSweeps()
                .build();
        reset = sspr.passwordReset();
    }

    @Override
    public void record(AuditEvent event) {
        events++;
    }

    @Override
    public Instant instant() {
        return now;
    }

    private Notifier.Delivery delivered(Message message) {
        if (message.content() instanceof MessageContent.ResetCode content) {
            code = content.code();
        }
        return new Notifier.Delivery.Accepted();
    }

    /** Begins a reset of the next account; its message is out when this returns. */
    FlowHandle start() {
        now = now.plusMillis(step);
        next = (next + STRIDE) % logins.length;
        StartResult started = reset.start(logins[next], CONTEXT);
        return ((StartResult.Started) started).handle();
    }

    /** One whole reset: begun, proven, completed. */
    CompleteResult flow() {
        FlowHandle handle = start();
        AnswerResult answer = reset.answer(handle, code);
        CompleteResult result = reset.complete(handle, NEW);
        if (!(answer instanceof AnswerResult.Proven) || !(result instanceof CompleteResult.Done)) {
            throw new IllegalStateException("a reset came to " + answer + " and " + result);
        }
        if (++flows % FLOWS_PER_SWEEP == 0) {
            tidyUp();
        }
        return result;
    }

    private void tidyUp() {
        mailbox.clear();
        sspr.sweep();
        if (events < 8 * flows) {
            throw new IllegalStateException("only " + events + " events in " + flows + " resets");
        }
    }
}
