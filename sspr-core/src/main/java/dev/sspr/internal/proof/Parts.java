package dev.sspr.internal.proof;

import dev.sspr.internal.bytes.BodyReader;
import dev.sspr.internal.bytes.BodyWriter;
import dev.sspr.spi.Generation;
import dev.sspr.spi.Memo;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The parts of states as bytes, each written and read beside each other. */
final class Parts {
    /** Kinds that have a number of their own; any other is written by name after a 0. Append only. */
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

    /** Kinds whose codes travel in messages. */
    private static final Set<MethodKind> MESSAGES =
            Set.of(MethodKind.EMAIL_CODE, MethodKind.SMS_CODE, MethodKind.VOICE_CODE, MethodKind.OFFICE_CODE);

    private Parts() {}

    /** Whether proofs of a kind are codes out of messages. */
    static boolean carriedInMessages(MethodKind kind) {
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

    static void ticket(BodyWriter out, Ticket ticket) {
        out.digest(ticket.handle())
                .instant(ticket.deadline())
                .text(ticket.locale().toLanguageTag())
                .octet(ticket.sends())
                .instant(ticket.nextSendAt());
    }

    static Ticket ticket(BodyReader in) {
        return new Ticket(in.digest(), in.instant(), Locale.forLanguageTag(in.text()), in.octet(), in.instant());
    }

    static void subject(BodyWriter out, Subject subject) {
        out.text(subject.user().value())
                .text(subject.generation().value())
                .octet(subject.needed())
                .octet(subject.reality() == Subject.Reality.REAL ? 1 : 0)
                .list(subject.demanded(), Parts::kind);
    }

    static Subject subject(BodyReader in) {
        UserId user = new UserId(in.text());
        Generation generation = new Generation(in.text());
        int needed = in.octet();
        Subject.Reality reality = in.octet() == 1 ? Subject.Reality.REAL : Subject.Reality.STRANGER;
        return new Subject(user, generation, needed, Set.copyOf(in.list(Parts::kind)), reality);
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

    static void tries(BodyWriter out, Tries tries) {
        out.list(tries.spent().entrySet(), (to, entry) -> {
            kind(to, entry.getKey());
            to.octet(entry.getValue());
        });
    }

    static Tries tries(BodyReader in) {
        Map<MethodKind, Integer> spent = new HashMap<>();
        int count = in.octet();
        for (int i = 0; i < count; i++) {
            spent.put(kind(in), in.octet());
        }
        return new Tries(Map.copyOf(spent));
    }

    static void pending(BodyWriter out, Pending pending) {
        kind(out.digest(pending.id()), pending.kind());
        out.text(pending.methodId())
                .digest(pending.endpoint())
                .instant(pending.issuedAt())
                .instant(pending.expiresAt())
                .bytes(pending.memo().bytes())
                .optional(pending.prompt(), Prompts::write);
    }

    static Pending pending(BodyReader in) {
        return new Pending(
                in.digest(),
                kind(in),
                in.text(),
                in.digest(),
                in.instant(),
                in.instant(),
                Memo.of(in.bytes()),
                in.optional(Prompts::read));
    }

    static void tasks(BodyWriter out, Finishing.Tasks tasks) {
        out.octet((tasks.sessions() ? 1 : 0)
                        | (tasks.notices() ? 2 : 0)
                        | (tasks.locks() ? 4 : 0)
                        | (tasks.reach() == Finishing.Reach.ONE_STORE ? 8 : 0))
                .octet(tasks.failures())
                .instant(tasks.nextAt());
    }

    static Finishing.Tasks tasks(BodyReader in) {
        int left = in.octet();
        return new Finishing.Tasks(
                (left & 1) != 0,
                (left & 2) != 0,
                (left & 4) != 0,
                in.octet(),
                in.instant(),
                (left & 8) != 0 ? Finishing.Reach.ONE_STORE : Finishing.Reach.ALL);
    }
}
