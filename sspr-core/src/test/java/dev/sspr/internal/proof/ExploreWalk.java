package dev.sspr.internal.proof;

import dev.sspr.internal.engine.Step;
import dev.sspr.spi.Checked;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Memo;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.UserId;
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
    private static final List<Checked> SAID = List.of(Checked.values());
    /** Whys of flows that are not done. */
    private static final List<Waiting.Told> TOLD = List.of(Waiting.Told.values());

    private static final Wait WAIT =
            new Wait(Duration.ofSeconds(120), Duration.ofSeconds(60), Duration.ofSeconds(400), Wait.Approval.NEEDED);

    private static final List<Ended.Why> WHYS =
            Stream.of(Ended.Why.values()).filter(why -> !why.done()).toList();

    /** After so many commands another flow begins. */
    private static final int STEPS = 40;

    /** What was seen on the way. */
    final ExploreTable table = new ExploreTable();

    private final Rules rules;
    private final ExploreLaws laws;
    private final SplittableRandom random;
    private final FlowId flow = new FlowId(new Digest(1, 1));
    private final List<Receipt> receipts = new ArrayList<>();
    private ProofState state;
    private Instant now = TestClock.START;
    private long ids;

    ExploreWalk(Rules rules, long seed) {
        this.rules = rules;
        this.laws = new ExploreLaws(rules);
        this.random = new SplittableRandom(seed);
        this.state = begun();
    }

    /** Goes on until a law is broken, or to the end. */
    void go(int commands) {
        for (int i = 0; i < commands; i++) {
            if (i % STEPS == 0) {
                state = begun();
                receipts.removeIf(receipt -> random.nextInt(4) > 0);
            }
            if (random.nextInt(8) == 0) {
                now = now.plusSeconds(random.nextInt(150));
            }
            command();
        }
    }

    private ProofState begun() {
        Ticket ticket = new Ticket(digest(), now.plusSeconds(600), Locale.ENGLISH, 0, now);
        return new Opened(ticket, new LoginName("somebody"), maybe(kind()), now);
    }

    private void command() {
        // Half of the commands are of those that the stage is for: else few flows would see their end.
        switch (random.nextBoolean() ? random.nextInt(13) : stage()) {
            case 12 -> waiting();
            case 0 -> moved("identified", state.identified(subject()).next());
            case 1, 2 -> moved("choose", state.choose(kind(), rules, now).next());
            case 3 -> moved("resend", state.resend(rules, now).next());
            case 4, 5 ->
                moved(
                        "challenged",
                        state.challenged(pending(), state.ticket().sends() - random.nextInt(2))
                                .next());
            case 6, 7 -> charge();
            case 8, 9 -> answer();
            case 10 -> moved("commit", state.commit(rules, now).next());
            default -> ending();
        }
    }

    private int stage() {
        if (state instanceof Waiting) {
            return 12;
        }
        return state instanceof Opened || state instanceof Asking ? random.nextInt(10) : 10 + random.nextInt(2);
    }

    private void waiting() {
        Waiting.Told told = TOLD.get(random.nextInt(TOLD.size()));
        switch (random.nextInt(8)) {
            case 0 -> moved("waitsFor", state.waitsFor(subject(), WAIT, now).next());
            case 1, 2, 3 ->
                moved("noticed", state.noticed(told, WAIT, rules, now).next());
            case 4 -> moved("notNoticed", state.notNoticed(told, now).next());
            case 5 ->
                moved(
                        "approved",
                        state.approved(new UserId("desk-1"), rules, now).next());
            default -> moved("waited", state.waited(rules, now).next());
        }
    }

    private void ending() {
        switch (random.nextInt(9)) {
            case 0, 1 -> moved("written", state.written(tasks(), now).next());
            case 2, 3 ->
                moved("notWritten", state.notWritten(maybe(now.plusSeconds(60))).next());
            case 4, 5, 6 -> moved("followed", state.followed(tasks(), now).next());
            default -> {
                Ended.Why why = WHYS.get(random.nextInt(WHYS.size()));
                moved("end", state.end(why, rules, now).next());
            }
        }
    }

    private void charge() {
        FlowId where = random.nextInt(8) == 0 ? new FlowId(new Digest(2, 2)) : flow;
        Step<ProofState, ProofState.Paid> step = state.charge(where, response(), rules, now);
        if (step.answer() instanceof ProofState.Paid.With with) {
            laws.charged(state, step.next(), now);
            receipts.add(with.receipt());
        }
        moved("charge", step.next());
    }

    private void answer() {
        if (receipts.isEmpty()) {
            return;
        }
        // Half of the answers are those that lead on: a walk that hardly ever proves anything sees few laws.
        Receipt receipt = receipts.get(random.nextBoolean() ? receipts.size() - 1 : random.nextInt(receipts.size()));
        Checked said = random.nextBoolean() ? Checked.PASSED : SAID.get(random.nextInt(SAID.size()));
        Optional<Digest> newHandle = maybe(digest());
        Step<ProofState, ProofState.Outcome> step =
                state.answer(flow, receipt, said, response(), newHandle, rules, now);
        laws.answered(flow, state, receipt, said, newHandle, step, now);
        moved("answer", step.next());
    }

    private void moved(String command, ProofState next) {
        laws.moved(command, state, next, now);
        table.moved(command, state, next);
        state = next;
    }

    private Subject subject() {
        Subject.Reality reality = random.nextInt(4) == 0 ? Subject.Reality.STRANGER : Subject.Reality.REAL;
        return new Subject(new UserId("u-1"), Generation.of(1), 1 + random.nextInt(2), reality);
    }

    private Pending pending() {
        MethodKind kind = kind();
        Digest endpoint = new Digest(0, random.nextInt(2));
        return new Pending(new Digest(9, ids++), kind, "m", endpoint, now, now.plusSeconds(250), Memo.EMPTY);
    }

    private Finishing.Tasks tasks() {
        return new Finishing.Tasks(
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextInt(5),
                now,
                random.nextBoolean() ? Finishing.Reach.ALL : Finishing.Reach.ONE_STORE);
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
