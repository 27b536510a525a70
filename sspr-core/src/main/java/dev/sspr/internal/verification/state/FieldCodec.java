package dev.sspr.internal.verification.state;

import dev.sspr.internal.bytes.BodyReader;
import dev.sspr.internal.bytes.BodyWriter;
import dev.sspr.internal.engine.PendingNotice;
import dev.sspr.internal.securityinfo.DemandedKinds;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.UserId;
import dev.sspr.spi.VerifierState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes and reads the parts of states. */
public final class FieldCodec {
    /** Kinds with a number; any other is written by name after a 0. Append only. */
    private static final List<MethodKind> KNOWN = List.of(
            MethodKind.EMAIL_CODE,
            MethodKind.SMS_CODE,
            MethodKind.VOICE_CODE,
            MethodKind.OFFICE_CODE,
            MethodKind.APP_CODE,
            MethodKind.OATH_TOKEN,
            MethodKind.PUSH,
            MethodKind.QUESTIONS,
            MethodKind.RECOVERY_CODE,
            MethodKind.PASSKEY);

    private static final Set<MethodKind> MESSAGES =
            Set.of(MethodKind.EMAIL_CODE, MethodKind.SMS_CODE, MethodKind.VOICE_CODE, MethodKind.OFFICE_CODE);

    private FieldCodec() {}

    /** Returns whether proofs of a kind are codes in messages. */
    public static boolean carriedInMessages(MethodKind kind) {
        return MESSAGES.contains(kind);
    }

    static void kind(BodyWriter out, MethodKind kind) {
        int known = KNOWN.indexOf(kind) + 1;
        out.octet(known);
        if (known == 0) {
            out.text(kind.value());
        }
    }

    static MethodKind kind(BodyReader in) {
        int known = in.octet();
        return known == 0 ? new MethodKind(in.text()) : KNOWN.get(known - 1);
    }

    static void ticket(BodyWriter out, FlowHeader header) {
        out.digest(header.handle())
                .instant(header.deadline())
                .text(header.locale().toLanguageTag())
                .octet(header.sends())
                .instant(header.nextSendAt());
    }

    static FlowHeader ticket(BodyReader in) {
        return new FlowHeader(in.digest(), in.instant(), Locale.forLanguageTag(in.text()), in.octet(), in.instant());
    }

    static void subject(BodyWriter out, Subject subject) {
        out.text(subject.user().value())
                .text(subject.generation().value())
                .octet(subject.needed())
                .octet(subject.reality() == Subject.Reality.EXISTING ? 1 : 0)
                .list(subject.demanded().kinds(), FieldCodec::kind);
    }

    static Subject subject(BodyReader in) {
        UserId user = new UserId(in.text());
        Generation generation = new Generation(in.text());
        int needed = in.octet();
        Subject.Reality reality = in.octet() == 1 ? Subject.Reality.EXISTING : Subject.Reality.DECOY;
        return new Subject(user, generation, needed, new DemandedKinds(Set.copyOf(in.list(FieldCodec::kind))), reality);
    }

    static void proofs(BodyWriter out, List<Proof> proofs) {
        out.list(proofs, (to, proof) -> {
            kind(to, proof.kind());
            to.digest(proof.endpoint());
        });
    }

    static List<Proof> proofs(BodyReader in) {
        return in.list(from -> new Proof(kind(from), from.digest()));
    }

    static void tries(BodyWriter out, AttemptCounts attempts) {
        out.list(attempts.spent().entrySet(), (to, entry) -> {
            kind(to, entry.getKey());
            to.octet(entry.getValue());
        });
    }

    static AttemptCounts tries(BodyReader in) {
        Map<MethodKind, Integer> spent = new HashMap<>();
        int count = in.octet();
        for (int i = 0; i < count; i++) {
            spent.put(kind(in), in.octet());
        }
        return new AttemptCounts(Map.copyOf(spent));
    }

    static void pending(BodyWriter out, PendingChallenge pendingChallenge) {
        kind(out.digest(pendingChallenge.id()), pendingChallenge.kind());
        out.text(pendingChallenge.methodId())
                .digest(pendingChallenge.endpoint())
                .instant(pendingChallenge.issuedAt())
                .instant(pendingChallenge.expiresAt())
                .bytes(pendingChallenge.verifierState().bytes())
                .optional(pendingChallenge.prompt(), PromptCodec::write);
    }

    static PendingChallenge pending(BodyReader in) {
        return new PendingChallenge(
                in.digest(),
                kind(in),
                in.text(),
                in.digest(),
                in.instant(),
                in.instant(),
                VerifierState.of(in.bytes()),
                in.optional(PromptCodec::read),
                Optional.empty());
    }

    /** A code's message lives as long as the code. */
    static void delivery(BodyWriter out, PendingNotice delivery) {
        out.octet(delivery.attempts()).instant(delivery.nextAttemptAt());
    }

    static PendingChallenge delivering(BodyReader in, PendingChallenge pendingChallenge) {
        PendingNotice delivery = new PendingNotice(in.octet(), in.instant(), pendingChallenge.expiresAt(), Set.of());
        return pendingChallenge.delivering(Optional.of(delivery));
    }

    static void publication(BodyWriter out, Publication publication) {
        pending(out.instant(publication.at()), publication.challenge());
        out.optional(publication.challenge().delivery(), FieldCodec::delivery);
    }

    static Publication publication(BodyReader in) {
        Instant at = in.instant();
        PendingChallenge challenge = pending(in);
        boolean owes = in.octet() == 1;
        return new Publication(owes ? delivering(in, challenge) : challenge, at);
    }

    /** Writes form 1 of the tasks, in which messages share the retries of the rest. */
    static void tasks(BodyWriter out, FinishingCommit.Tasks tasks) {
        out.octet((tasks.sessions() ? 1 : 0)
                        | (tasks.notices().isPresent() ? 2 : 0)
                        | (tasks.locks() ? 4 : 0)
                        | (tasks.reach() == FinishingCommit.Reach.ONE_STORE ? 8 : 0)
                        | (tasks.reach() == FinishingCommit.Reach.UNCONFIRMED ? 16 : 0))
                .octet(tasks.failures())
                .instant(tasks.nextAt());
    }

    static FinishingCommit.Tasks tasks(BodyReader in, Instant writtenBy) {
        int left = in.octet();
        int failures = in.octet();
        Instant nextAt = in.instant();
        return new FinishingCommit.Tasks(
                (left & 1) != 0,
                (left & 2) != 0 ? Optional.of(formOne(writtenBy, failures, nextAt)) : Optional.empty(),
                (left & 4) != 0,
                failures,
                nextAt,
                reach(left));
    }

    private static FinishingCommit.Reach reach(int left) {
        if ((left & 16) != 0) {
            return FinishingCommit.Reach.UNCONFIRMED;
        }
        return (left & 8) != 0 ? FinishingCommit.Reach.ONE_STORE : FinishingCommit.Reach.ALL;
    }

    private static PendingNotice formOne(Instant writtenBy, int failures, Instant nextAt) {
        PendingNotice notice = FinishingCommit.Tasks.notice(writtenBy);
        return new PendingNotice(failures, nextAt, notice.until(), notice.settled());
    }

    /** Returns whether form 1 holds all of the tasks. */
    static boolean fitsFormOne(FinishingCommit it) {
        PendingNotice plain =
                formOne(it.writtenBy(), it.tasks().failures(), it.tasks().nextAt());
        return it.tasks().notices().stream().allMatch(plain::equals);
    }
}
