package dev.sspr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sspr.fixture.NodeFixture;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.StartResult;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.Workers.Admission;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Notifier;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pools of their own for look-ups and sending, with a bound, and the end of a library with work in progress. */
class WorkerPoolsTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final FlowContext CONTEXT = FlowContext.of(Locale.ENGLISH);

    private final NodeFixture host = new NodeFixture();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Notifier.Delivery slow() {
        entered.countDown();
        await(release);
        return new Notifier.Delivery.Accepted();
    }

    /** A node with pools of its own, on the clock of the host's machine. */
    private Sspr node() {
        SsprPolicy policy = SsprPolicy.standard().limits(it -> it.publicationDelay(Duration.ofMillis(50)));
        return Sspr.builder(host.users, host.notifier, host.sessions, SsprKey.ofHex(1, "07".repeat(31) + "08"))
                .policy(policy)
                .flowStore(host.flows)
                .hostSweeps()
                .build();
    }

    @Test
    @Tag("F2-S5")
    @DisplayName("F2-S5: a look-up does not wait for a notifier")
    void lookUp_whileEveryMessageWaits_isMade() {
        WorkerPools pools = new WorkerPools(Optional.empty(), Optional.empty());
        for (int i = 0; i < 100; i++) {
            pools.send(() -> await(release));
        }
        CountDownLatch lookedUp = new CountDownLatch(1);
        pools.execute(() -> pools.publish(Duration.ZERO, lookedUp::countDown));

        await(lookedUp);
        release.countDown();
        assertThat(pools.drain(System.nanoTime() + LONG.toNanos())).isTrue();
    }

    @Test
    @Tag("F2-R3")
    @DisplayName("F2-R3: a full queue is refused at the start")
    void queue_full_refusesStarts() {
        WorkerPools pools = new WorkerPools(Optional.empty(), Optional.empty());
        assertThat(pools.admission()).isEqualTo(Admission.OPEN);
        int filled = 0;
        while (pools.admission() == Admission.OPEN && filled < 20_000) {
            pools.send(() -> await(release));
            filled++;
        }

        assertThat(pools.admission()).isEqualTo(Admission.FULL);
        assertThat(filled).isBetween(10_000, 10_010);
        release.countDown();
        assertThat(pools.drain(System.nanoTime() + LONG.toNanos())).isTrue();
    }

    @Test
    @Tag("F2-R9")
    @DisplayName("F2-R9: close waits for a message in progress, and a start after it is refused")
    void close_withAMessageInProgress_waitsForIt() {
        host.notifier.answerWith(message -> slow());
        Sspr sspr = node();
        assertThat(sspr.passwordReset().start("alice", CONTEXT)).isInstanceOf(StartResult.Started.class);
        await(entered);
        CompletableFuture<Boolean> closing = CompletableFuture.supplyAsync(() -> sspr.close(LONG));
        release.countDown();

        assertThat(closing.join()).isTrue();
        assertThat(host.sent(MessageContent.ResetCode.class)).isEqualTo(1);
        for (String name : new String[] {"alice", "nobody"}) {
            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(() -> sspr.passwordReset().start(name, CONTEXT));
        }
        assertThat(sspr.close(Duration.ZERO)).isTrue();
    }

    @Test
    @Tag("F2-R9")
    @DisplayName("F2-R9: close drains what waits for its publication")
    void close_beforeThePublication_sendsTheMessage() {
        Sspr sspr = node();
        sspr.passwordReset().start("alice", CONTEXT);

        assertThat(sspr.close(LONG)).isTrue();
        assertThat(host.sent(MessageContent.ResetCode.class)).isEqualTo(1);
    }

    @Test
    @Tag("F2-R9")
    @DisplayName("F2-R9: what close leaves is sent by the sweeper of another node")
    void close_withoutTime_leavesTheWorkToAnotherNode() {
        host.notifier.answerWith(message -> slow());
        Sspr sspr = node();
        sspr.passwordReset().start("alice", CONTEXT);
        await(entered);

        assertThat(sspr.close(Duration.ZERO)).isFalse();
        host.notifier.answerWith(message -> new Notifier.Delivery.Accepted());
        InstantSource later = () -> Instant.now().plusSeconds(90);
        try (Sspr other = Sspr.builder(
                        host.users, host.notifier, host.sessions, SsprKey.ofHex(1, "07".repeat(31) + "08"))
                .flowStore(host.flows)
                .clock(later)
                .executor(Runnable::run)
                .hostSweeps()
                .build()) {
            other.sweep();
        }
        assertThat(host.sent(MessageContent.ResetCode.class)).isPositive();
        release.countDown();
    }
}
