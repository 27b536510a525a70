package dev.sspr.reset;

import dev.sspr.flow.Limits;
import dev.sspr.reset.ResetPolicy.MethodRule;
import dev.sspr.reset.ResetPolicy.Use;
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

/** A few states of each kind, different in everything that a command looks at. */
final class ExploreSamples {
    static final FlowId FLOW = new FlowId(new Digest(1, 1));
    static final Instant NOW = TestClock.START;
    static final Digest RESPONSE = new Digest(3, 3);
    static final Rules RULES = new Rules(
            new ResetPolicy(
                    1,
                    2,
                    List.of(
                            new MethodRule(MethodKind.EMAIL_CODE, Use.ALONE),
                            new MethodRule(MethodKind.SMS_CODE, Use.ALONE)),
                    Duration.ofMinutes(15)),
            Limits.standard());

    private ExploreSamples() {}

    static List<ResetState> all() {
        List<ResetState> all = new ArrayList<>();
        for (Instant deadline : List.of(NOW.minusSeconds(1), NOW.plusSeconds(900))) {
            Ticket ticket = new Ticket(new Digest(2, 2), deadline, Locale.ENGLISH, 1, NOW);
            all.add(new Opened(ticket, new LoginName("somebody"), Optional.empty(), NOW));
            asking(ticket, all);
            for (Optional<Instant> doubt : List.of(Optional.<Instant>empty(), Optional.of(NOW))) {
                Subject subject = subject(1, Subject.Reality.REAL);
                List<Proof> proofs = List.of(proof());
                all.add(new Proven(ticket, subject, proofs, Optional.of(RESPONSE), doubt));
                all.add(new Committing(ticket, subject, proofs, Optional.of(RESPONSE), NOW, doubt));
            }
            all.add(new Finishing(
                    ticket, subject(1, Subject.Reality.REAL), List.of(proof()), NOW, Finishing.Tasks.all(NOW)));
            for (Ended.Why why : Ended.Why.values()) {
                all.add(new Ended(ticket, why));
            }
        }
        return all;
    }

    private static void asking(Ticket ticket, List<ResetState> all) {
        Tries none = Tries.NONE;
        Tries last = none.plus(MethodKind.EMAIL_CODE, Limits.standard().guessesPerMethod());
        Optional<Pending> pending = Optional.of(pending());
        Optional<MethodKind> mail = Optional.of(MethodKind.EMAIL_CODE);
        for (Subject.Reality reality : Subject.Reality.values()) {
            for (int needed = 1; needed <= 2; needed++) {
                Subject subject = subject(needed, reality);
                for (Tries tries : List.of(none, last)) {
                    all.add(new Asking(
                            ticket, subject, List.of(), tries, pending, Optional.empty(), NOW, Optional.empty()));
                    all.add(new Asking(
                            ticket, subject, List.of(), tries, Optional.empty(), mail, NOW, Optional.of(RESPONSE)));
                }
            }
        }
    }

    static Subject subject(int needed, Subject.Reality reality) {
        return new Subject(new UserId("u-somebody"), Generation.of(1), needed, reality);
    }

    static Pending pending() {
        return new Pending(
                new Digest(4, 4), MethodKind.EMAIL_CODE, "m1", new Digest(5, 5), NOW, NOW.plusSeconds(600), Memo.EMPTY);
    }

    private static Proof proof() {
        return new Proof(MethodKind.EMAIL_CODE, new Digest(5, 5));
    }
}
