package dev.sspr.internal.verification;

import dev.sspr.fixture.TestClock;
import dev.sspr.internal.engine.PendingNotice;
import dev.sspr.internal.engine.Step;
import dev.sspr.internal.verification.state.AwaitingResponse;
import dev.sspr.internal.verification.state.ChargedAttempt;
import dev.sspr.internal.verification.state.FinishingCommit;
import dev.sspr.internal.verification.state.FlowEnded;
import dev.sspr.internal.verification.state.FlowHeader;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.Guards;
import dev.sspr.internal.verification.state.Identifying;
import dev.sspr.internal.verification.state.PendingChallenge;
import dev.sspr.internal.verification.state.Publication;
import dev.sspr.internal.verification.state.Subject;
import dev.sspr.internal.verification.state.Waiting;
import dev.sspr.internal.verification.state.WaitingPeriod;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.UserId;
import dev.sspr.spi.VerifierState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** One long random walk over the pure states: any command, in any state, with any argument, and nothing beneath. */
final class ExploreWalk {
    private static final List<MethodKind> KINDS =
            List.of(MethodKind.EMAIL_CODE, MethodKind.SMS_CODE, new MethodKind("push"));
    private static final List<MfaVerifier.Result> SAID = List.of(MfaVerifier.Result.values());
    /** Whys of flows that are not done. */
    private static final List<Waiting.Told> TOLD = List.of(Waiting.Told.values());

    private static final WaitingPeriod WAIT = new WaitingPeriod(
            Duration.ofSeconds(120), Duration.ofSeconds(60), Duration.ofSeconds(400), WaitingPeriod.Approval.NEEDED);

    private static final List<FlowEnded.Why> WHYS =
            Stream.of(FlowEnded.Why.values()).filter(why -> !why.done()).toList();

    /** After so many commands another flow begins. */
    private static final int STEPS = 40;

    /** What was seen on the way. */
    final ExploreTable table = new ExploreTable();

    private final Guards guards;
    private final ExploreLaws laws;
    private final SplittableRandom random;
    private final FlowId flow = new FlowId(new Digest(1, 1));
    private final List<ChargedAttempt> receipts = new ArrayList<>();
    private FlowState state;
    private Instant now = TestClock.START;
    private long ids;

    ExploreWalk(Guards guards, long seed) {
        this.guards = guards;
        this.laws = new ExploreLaws(guards);
        this.random = new SplittableRandom(seed);
        this.state = begun();
    }

    /** Goes on until a law is broken, or to the end. */
    void go(int commands) {
        for (int i = 0; i < commands; i++) {
            if (i % STEPS == 0) {
                state = begun();
                receipts.removeIf(charged -> random.nextInt(4) > 0);
            }
            if (random.nextInt(8) == 0) {
                now = now.plusSeconds(random.nextInt(150));
            }
            command();
        }
    }

    private FlowState begun() {
        FlowHeader header = new FlowHeader(digest(), now.plusSeconds(600), Locale.ENGLISH, 0, now);
        return new Identifying(header, new LoginName("somebody"), maybe(kind()), now);
    }

    private void command() {
        state = state.published(guards, now);
        // Half of the commands are of those that the stage is for: else few flows would see their end.
        switch (random.nextBoolean() ? random.nextInt(13) : stage()) {
            case 12 -> waiting();
            case 0 -> moved("identified", state.identified(subject()).next());
            case 1, 2 -> moved("choose", state.choose(kind(), guards, now).next());
            case 3 -> moved("resend", state.resend(guards, now).next());
            case 4 -> challenge();
            case 5 -> delivered();
            case 6, 7 -> charge();
            case 8, 9 -> answer();
            case 10 -> moved("commit", state.commit(guards, now).next());
            default -> ending();
        }
    }

    private void challenge() {
        PendingChallenge put = pendingChallenge();
        int sends = state.header().sends() - random.nextInt(2);
        if (random.nextInt(4) == 0) {
            moved(
                    "prepared",
                    state.prepared(new Publication(put, now.plusMillis(300)), sends)
                            .next());
        } else {
            moved("challenged", state.challenged(put, sends).next());
        }
    }

    private void delivered() {
        PendingChallenge put = state instanceof AwaitingResponse it
                ? it.pendingChallenge().orElseGet(this::pendingChallenge)
                : pendingChallenge();
        Optional<PendingNotice> left = maybe(PendingNotice.due(now.plusSeconds(30), put.expiresAt()));
        moved("delivered", state.delivered(put, state.header().sends(), left).next());
    }

    private int stage() {
        if (state instanceof Waiting) {
            return 12;
        }
        return state instanceof Identifying || state instanceof AwaitingResponse
                ? random.nextInt(10)
                : 10 + random.nextInt(2);
    }

    private void waiting() {
        Waiting.Told told = TOLD.get(random.nextInt(TOLD.size()));
        switch (random.nextInt(8)) {
            case 0 -> moved("waitsFor", state.waitsFor(subject(), WAIT, now).next());
            case 1, 2, 3 ->
                moved("noticed", state.noticed(told, WAIT, guards, now).next());
            case 4 ->
                moved("notNoticed", state.notNoticed(told, Duration.ZERO, now).next());
            case 5 ->
                moved(
                        "approved",
                        state.approved(new UserId("desk-1"), guards, now).next());
            default -> moved("waited", state.waited(guards, now).next());
        }
    }

    private void ending() {
        switch (random.nextInt(9)) {
            case 0, 1 -> moved("written", state.written(tasks(), now).next());
            case 2, 3 ->
                moved("notWritten", state.notWritten(maybe(now.plusSeconds(60))).next());
            case 4, 5, 6 -> moved("followed", state.followed(tasks(), guards).next());
            case 7 -> moved("expired", state.expired(guards, now).next());
            default -> {
                FlowEnded.Why why = WHYS.get(random.nextInt(WHYS.size()));
                moved("end", state.end(why, guards, now).next());
            }
        }
    }

    private void charge() {
        FlowId where = random.nextInt(8) == 0 ? new FlowId(new Digest(2, 2)) : flow;
        Step<FlowState, FlowState.ChargeResult> step = state.charge(where, response(), guards, now);
        if (step.answer() instanceof FlowState.ChargeResult.Charged charged) {
            laws.charged(state, step.next(), now);
            receipts.add(charged.charged());
        }
        moved("charge", step.next());
    }

    private void answer() {
        if (receipts.isEmpty()) {
            return;
        }
        // Half of the answers are those that lead on: a walk that hardly ever proves anything sees few laws.
        ChargedAttempt charged =
                receipts.get(random.nextBoolean() ? receipts.size() - 1 : random.nextInt(receipts.size()));
        MfaVerifier.Result said =
                random.nextBoolean() ? MfaVerifier.Result.PASSED : SAID.get(random.nextInt(SAID.size()));
        Optional<Digest> newHandle = maybe(digest());
        Step<FlowState, FlowState.AnswerOutcome> step =
                state.answer(flow, charged, said, response(), newHandle, guards, now);
        laws.answered(flow, state, charged, said, newHandle, step, now);
        moved("answer", step.next());
    }

    private void moved(String command, FlowState next) {
        laws.moved(command, state, next, now);
        table.moved(command, state, next);
        state = next;
    }

    private Subject subject() {
        Subject.Reality reality = random.nextInt(4) == 0 ? Subject.Reality.DECOY : Subject.Reality.EXISTING;
        return new Subject(new UserId("u-1"), Generation.of(1), 1 + random.nextInt(2), reality);
    }

    private PendingChallenge pendingChallenge() {
        MethodKind kind = kind();
        Digest endpoint = new Digest(0, random.nextInt(2));
        PendingChallenge put = new PendingChallenge(
                new Digest(9, ids++), kind, "m", endpoint, now, now.plusSeconds(250), VerifierState.EMPTY);
        return put.delivering(maybe(put.message(now)));
    }

    private FinishingCommit.Tasks tasks() {
        return new FinishingCommit.Tasks(
                random.nextBoolean(),
                maybe(PendingNotice.due(now, now.plusSeconds(random.nextInt(2)))),
                random.nextBoolean(),
                random.nextInt(5),
                now,
                random.nextBoolean() ? FinishingCommit.Reach.ALL : FinishingCommit.Reach.ONE_STORE);
    }

    private MethodKind kind() {
        return KINDS.get(random.nextInt(KINDS.size()));
    }

    private Digest response() {
        return new Digest(7, random.nextInt(6));
    }

    private Digest digest() {
        return new Digest(8, ids++);
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }
}
