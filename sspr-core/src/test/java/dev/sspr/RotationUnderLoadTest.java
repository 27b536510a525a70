package dev.sspr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.AuthenticatorApp;
import dev.sspr.fixture.RotationFixture;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.HelpDeskResult;
import dev.sspr.flow.StartResult;
import dev.sspr.lockout.GuardResult;
import dev.sspr.lockout.SmartLockout.Location;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Three key rotations on three nodes, one node after the other, while people work on all of them. */
@Tag("F2-S3")
@Tag("F2-S4")
@Tag("R-CFG-4")
class RotationUnderLoadTest {
    private static final long SEED = 20_260_105;
    private static final int NODES = 3;
    private static final int ROTATIONS = 3;
    private static final int PEOPLE = 24;
    private static final int THREADS = 4;

    private final RotationFixture host = new RotationFixture("waits", "helped", "locked");
    private final AtomicReferenceArray<Sspr> nodes = new AtomicReferenceArray<>(NODES);
    private final List<ReentrantReadWriteLock> locks =
            Stream.generate(ReentrantReadWriteLock::new).limit(NODES).toList();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    /** Makes a call at some node. A node is replaced when its calls are over. */
    private <T> T at(Random random, Function<Sspr, T> call) {
        int node = random.nextInt(NODES);
        locks.get(node).readLock().lock();
        try {
            return call.apply(nodes.get(node));
        } finally {
            locks.get(node).readLock().unlock();
        }
    }

    private void replace(int node, Sspr by) {
        locks.get(node).writeLock().lock();
        try {
            nodes.set(node, by);
        } finally {
            locks.get(node).writeLock().unlock();
        }
        by.sweep();
    }

    private void install(int key, Integer... accepted) {
        for (int node = 0; node < NODES; node++) {
            nodes.set(node, host.node(key, accepted));
        }
    }

    /** Does one person's work at the points that the rotation leaves: each step meets another node. */
    private final class Person implements Callable<Boolean> {
        private final String name;
        private final Random random;
        private final AuthenticatorApp app;

        Person(int number) {
            this.name = "p" + number;
            this.random = new Random(SEED + number);
            host.add(name);
            this.app = at(random, node -> host.withApp(node, name));
        }

        @Override
        public Boolean call() {
            FlowHandle handle = at(random, node -> RotationFixture.started(node, name));
            at(random, Sspr::sweep);
            AnswerResult mail = at(random, node -> node.passwordReset().answer(handle, host.codeTo(name)));
            assertThat(mail).as("%s after the mail code", name).isInstanceOf(AnswerResult.MoreNeeded.class);
            at(random, node -> node.passwordReset().choose(handle, MethodKind.APP_CODE));
            AnswerResult code = at(random, node -> node.passwordReset().answer(handle, app.code(host.now.get())));
            assertThat(code).as("%s after the app code", name).isEqualTo(new AnswerResult.Proven());
            CompleteResult done = at(random, node -> node.passwordReset().complete(handle, next()));
            assertThat(done).as("%s at the end", name).isInstanceOf(CompleteResult.Done.class);
            return true;
        }

        private Secret next() {
            return Secret.of("a fresh sentence of " + name + " " + random.nextInt(1_000_000));
        }
    }

    /** Rotates node after node: first all read the next key, then all write it. */
    private void rotate(int to) {
        Integer[] before = new Integer[to - 1];
        for (int key = 1; key < to; key++) {
            before[to - 1 - key] = key;
        }
        List<Integer> reading = new ArrayList<>(List.of(before));
        reading.remove(Integer.valueOf(to - 1));
        reading.add(to);
        for (int node = 0; node < NODES; node++) {
            replace(node, host.node(to - 1, reading.toArray(Integer[]::new)));
        }
        for (int node = 0; node < NODES; node++) {
            replace(node, host.node(to, before));
        }
    }

    @Test
    @DisplayName("F2-S3, F2-S4: three rotations under load lose no flow, no method, no recovery, no lockout, no end")
    void threeRotations_underLoad_loseNothing() throws Exception {
        System.out.println("seed " + SEED);
        install(1);
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(new Person(i));
        }
        host.advance(Duration.ofDays(2));
        FlowHandle recovery = recovery("waits");
        FlowHandle ended = recovery("helped");
        for (int i = 0; i < 10; i++) {
            wrong("wrong " + i);
        }
        for (int rotation = 1; rotation <= ROTATIONS; rotation++) {
            // the pause between two mails, and another app code than the last
            host.advance(Duration.ofSeconds(90));
            List<Future<Boolean>> work = new ArrayList<>();
            people.forEach(person -> work.add(threads.submit(person)));
            rotate(rotation + 1);
            for (Future<Boolean> one : work) {
                assertThat(one.get(60, TimeUnit.SECONDS)).isTrue();
            }
            nodes.get(0).sweep();
        }

        assertThat(locked()).as("the lockout").isTrue();
        assertThat(nodes.get(0).helpDesk().disableSelfService(RotationFixture.help("helped")))
                .isInstanceOf(HelpDeskResult.Done.class);
        assertThat(nodes.get(1).accountRecovery().status(ended)).isEqualTo(FlowStatus.UNKNOWN);
        List<KeyUse> keys = nodes.get(2).keys();
        assertThat(keys).extracting(KeyUse::id).containsExactly(4, 3, 2, 1);
        assertThat(keys.subList(1, 4))
                .allSatisfy(key -> assertThat(key.accounts()).hasValue(0));
        assertThat(keys.get(0).accounts()).hasValue(PEOPLE + 1);
        host.advance(Duration.ofHours(49));
        nodes.get(0).sweep();
        host.advance(Duration.ofHours(24));
        assertThat(nodes.get(0).accountRecovery().complete(recovery, RotationFixture.NEW))
                .isInstanceOf(CompleteResult.Done.class);
        withoutOldKeys(people);
    }

    /** What the flows of the old keys needed is over: the old keys go, and everybody still resets. */
    private void withoutOldKeys(List<Person> people) throws Exception {
        host.advance(Duration.ofDays(60));
        nodes.get(0).sweep();
        assertThat(nodes.get(0).keys().subList(1, 4)).allSatisfy(key -> {
            assertThat(key.accounts()).hasValue(0);
            assertThat(key.flows()).hasValue(0);
        });
        install(4);
        for (Person person : people) {
            assertThat(person.call()).isTrue();
        }
    }

    private FlowHandle recovery(String name) {
        return ((StartResult.Started) nodes.get(0).accountRecovery().start(name, FlowContext.of(Locale.ENGLISH)))
                .handle();
    }

    private void wrong(String password) {
        GuardResult unused = nodes.get(0)
                .smartLockout()
                .guard(
                        RotationFixture.id("locked"),
                        Location.UNFAMILIAR,
                        Secret.of(password),
                        prepared -> PasswordVerifier.Result.WRONG);
    }

    private boolean locked() {
        return nodes.get(1)
                        .smartLockout()
                        .status(RotationFixture.id("locked"))
                        .get(Location.UNFAMILIAR)
                        .locks()
                > 0;
    }
}
