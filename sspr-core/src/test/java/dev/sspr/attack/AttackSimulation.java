package dev.sspr.attack;

import dev.sspr.Sspr;
import dev.sspr.change.ChangeRequest;
import dev.sspr.fixture.NodeFixture;
import dev.sspr.flow.ChangeStartResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.StartResult;
import dev.sspr.lockout.GuardResult;
import dev.sspr.lockout.SmartLockout;
import dev.sspr.policy.RecoveryPolicy;
import dev.sspr.policy.RegistrationPolicy;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.AdminAction;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import dev.sspr.spi.memory.InMemoryAdminAuthorizer;
import dev.sspr.spi.memory.InMemoryMethodStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A host, and somebody who knows alice's login name and does all that a stranger can, from everywhere, for days. */
final class AttackSimulation {
    /** How the attacker spends what there is of starts. */
    enum Pace {
        /** All at once, on whatever there is to start. */
        AT_ONCE,
        /** So that each start brings a message, until the mailbox gets no more for the day. */
        PATIENT
    }

    final NodeFixture host = new NodeFixture();
    final Sspr sspr;
    private final Pace pace;
    private final Random random;
    private final List<FlowHandle> open = new ArrayList<>();

    AttackSimulation(long seed, Pace pace) {
        this.pace = pace;
        random = new Random(seed);
        SsprPolicy policy = SsprPolicy.standard()
                .registration(it -> it.storeDestinations(RegistrationPolicy.StoreDestinations.COUNT));
        sspr = host.node(
                policy,
                builder -> builder.methodStore(new InMemoryMethodStore())
                        .unlocker(host.users)
                        .recovery(RecoveryPolicy.careful())
                        .adminAuthorizer(new InMemoryAdminAuthorizer().grant(NodeFixture.DORA, AdminAction.values())));
    }

    /** Attacks for some hours, minute by minute: what there is to burn is gone as soon as it can be. */
    AttackSimulation attacked(int hours) {
        for (int minute = 0; minute < hours * 60; minute++) {
            List<Runnable> deeds = deeds(minute);
            Collections.shuffle(deeds, random);
            deeds.subList(0, 1 + random.nextInt(deeds.size())).forEach(Runnable::run);
            host.later(Duration.ofMinutes(1));
            if (minute % 10 == 9) {
                sspr.sweep();
            }
        }
        return this;
    }

    private List<Runnable> deeds(int minute) {
        List<Runnable> deeds = new ArrayList<>(List.of(this::signsIn, this::answers, this::changes));
        if (pace == Pace.AT_ONCE) {
            deeds.add(() -> started(sspr.passwordReset().start("alice", anywhere())));
            deeds.add(() -> started(sspr.accountUnlock().start("ALICE", anywhere())));
            deeds.add(() -> started(sspr.accountRecovery().start("alice", anywhere())));
            deeds.add(this::asksAgain);
        } else if (minute % 12 == 0) {
            // five an hour, which is what a mailbox gets
            started(sspr.passwordReset().start("alice", anywhere()));
        }
        return deeds;
    }

    private FlowContext anywhere() {
        return FlowContext.of(Locale.ENGLISH, "net-" + random.nextInt(1_000_000));
    }

    private Secret guess() {
        return Secret.of("guess " + random.nextLong());
    }

    private void signsIn() {
        signsIn(SmartLockout.Location.UNFAMILIAR, guess());
    }

    GuardResult signsIn(SmartLockout.Location location, Secret password) {
        return sspr.smartLockout()
                .guard(
                        NodeFixture.ALICE,
                        location,
                        password,
                        prepared -> host.users.check(NodeFixture.ALICE, password));
    }

    private void started(StartResult result) {
        if (result instanceof StartResult.Started started) {
            open.add(started.handle());
        }
    }

    /** One of the latest: older ones are over. */
    private Optional<FlowHandle> any() {
        int from = Math.max(0, open.size() - 5);
        return open.isEmpty() ? Optional.empty() : Optional.of(open.get(from + random.nextInt(open.size() - from)));
    }

    private void answers() {
        any().ifPresent(handle -> {
            sspr.passwordReset().answer(handle, Secret.of("ABCDE" + (10_000 + random.nextInt(90_000))));
            sspr.accountUnlock().answer(handle, Secret.of("ABCDE" + (10_000 + random.nextInt(90_000))));
        });
    }

    private void asksAgain() {
        any().ifPresent(handle -> {
            sspr.passwordReset().choose(handle, MethodKind.EMAIL_CODE);
            sspr.passwordReset().resend(handle);
            sspr.accountUnlock().resend(handle);
        });
    }

    /** With a session that was stolen, but without the password. */
    private void changes() {
        ChangeStartResult start = sspr.passwordChange()
                .begin(
                        new ChangeRequest(
                                NodeFixture.ALICE,
                                ChangeRequest.Occasion.VOLUNTARY,
                                ChangeRequest.PasswordEvidence.TYPED,
                                host.now.get(),
                                Set.of(),
                                SmartLockout.Location.UNFAMILIAR,
                                Optional.empty()),
                        anywhere());
        if (start instanceof ChangeStartResult.Started started) {
            sspr.passwordChange()
                    .complete(started.handle(), SmartLockout.Location.UNFAMILIAR, guess(), NodeFixture.NEW);
        }
    }
}
