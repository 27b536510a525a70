package dev.sspr.internal.proof;

import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.MethodOffer;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.internal.engine.Budget;
import dev.sspr.internal.engine.Loaded;
import dev.sspr.internal.engine.Ran;
import dev.sspr.internal.engine.Spi;
import dev.sspr.internal.secret.Token;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Checked;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Pays for a guess, asks the verifier, takes what it said: in this order for everybody (R-RATE-4, R-ENUM-4). */
final class Proving {
    private static final Duration DAY = Duration.ofHours(24);
    /** Windows of the count since the last success: it is emptied by a success, not by time. */
    static final Duration LONG = Duration.ofDays(365);

    /** A budget that is full for longer than this is the one since the last success. */
    private static final Duration LONGEST_DAY = Duration.ofHours(25);

    private final Desk desk;
    private final Disabling disabling;

    Proving(Desk desk) {
        this.desk = desk;
        this.disabling = new Disabling(desk);
    }

    AnswerResult answer(Loaded<ProofState> found, Response response) {
        return answer(found, response, Optional.empty());
    }

    /** Takes a link from another browser: if it is right, the flow goes on there, under a new handle. */
    AnswerResult moveHere(Loaded<ProofState> found, Response.Link link) {
        Token handle = desk.digests.newHandle(found.id());
        AnswerResult result = answer(found, link, Optional.of(handle));
        boolean moved = result instanceof AnswerResult.Proven || result instanceof AnswerResult.MoreNeeded;
        return moved ? new AnswerResult.Moved(FlowHandle.of(handle.text()), result) : result;
    }

    private AnswerResult answer(Loaded<ProofState> found, Response response, Optional<Token> moveTo) {
        Digest digest = desk.digests.response(response.secret());
        Optional<Ran<ProofState, ProofState.Paid>> paid =
                desk.runner.apply(found, state -> state.charge(found.id(), digest, desk.rules, desk.now()));
        if (paid.isEmpty()) {
            return Refused.of(Refusal.GONE);
        }
        ProofState.Paid bought = paid.get().answer();
        if (bought instanceof ProofState.Paid.With with) {
            return look(paid.get().now(), with.receipt(), response, digest, moveTo);
        }
        if (bought instanceof ProofState.Paid.Again) {
            return moveTo.isPresent()
                    ? Refused.of(Refusal.GONE)
                    : position(paid.get().now().state());
        }
        return ((ProofState.Paid.Not) bought).why();
    }

    private AnswerResult look(
            Loaded<ProofState> found, Receipt receipt, Response response, Digest digest, Optional<Token> moveTo) {
        List<Budget.Line> lines = lines(receipt, response);
        Optional<Instant> full = desk.budget.charge(lines);
        if (full.isPresent()) {
            if (full.get().isAfter(desk.now().plus(LONGEST_DAY))) {
                disabling.later(found, receipt);
            }
            desk.note(
                    AuditType.GUESS_REFUSED,
                    AuditEvent.Outcome.FAILURE,
                    found.id(),
                    Optional.empty(),
                    "reason",
                    "budget");
            return Refused.until(full.get());
        }
        Checked said = Spi.ask(
                "mfa-verifier",
                () -> desk.methods
                        .verifier(receipt.challenge().kind())
                        .check(receipt.challenge(), receipt.memo(), response, desk.now()));
        if (said == Checked.PASSED || said == Checked.PENDING) {
            desk.budget.refund(lines);
        }
        if (said == Checked.CLONED) {
            disabling.later(found, receipt);
        }
        Optional<Ran<ProofState, ProofState.Outcome>> ran = desk.runner.apply(
                found,
                state -> state.answer(
                        found.id(), receipt, said, digest, moveTo.map(desk.digests::handle), desk.rules, desk.now()));
        if (ran.isEmpty()) {
            return Refused.of(Refusal.GONE);
        }
        ProofState now = ran.get().now().state();
        return switch (ran.get().answer()) {
            case PROVEN -> {
                lines.stream().skip(1).limit(1).forEach(line -> desk.budget.clear(line.key()));
                yield position(now);
            }
            case WRONG -> new AnswerResult.NotProven(receipt.left());
            case WAITING -> new AnswerResult.Waiting();
            case EXPIRED -> Refused.of(Refusal.CHALLENGE_EXPIRED);
            case LATE -> late(now, digest, moveTo);
        };
    }

    /** Another submit of the same response may have won meanwhile; then this one has the same outcome. */
    private AnswerResult late(ProofState state, Digest digest, Optional<Token> moveTo) {
        Optional<Digest> accepted = state instanceof Asking asking
                ? asking.accepted()
                : state instanceof Proven proven ? proven.accepted() : Optional.empty();
        boolean same =
                moveTo.isEmpty() && accepted.isPresent() && accepted.get().equals(digest);
        return same ? position(state) : Refused.of(Refusal.CHALLENGE_EXPIRED);
    }

    /**
     * What is charged for a typed guess: the day and the count in a row of this account and method, and the tenant's day.
     * A link's 256 bits cannot be guessed, so nothing that strangers do to these budgets keeps an owner from it
     * (R-RATE-11, R-RATE-12).
     */
    private List<Budget.Line> lines(Receipt receipt, Response response) {
        if (response instanceof Response.Link) {
            return List.of();
        }
        Challenge asked = receipt.challenge();
        CounterKey inARow = desk.guessesInARow(asked.user(), asked.kind(), asked.methodId(), asked.generation());
        return List.of(
                new Budget.Line(
                        desk.guesses(asked.user(), asked.kind()),
                        desk.rules.limits().guessesPerDay(),
                        DAY),
                new Budget.Line(inARow, desk.rules.limits().guessesInARow(), LONG),
                desk.tenantGuesses(receipt.challenge().kind()));
    }

    /** Where a flow stands after a right response. */
    private AnswerResult position(ProofState state) {
        return state instanceof Asking asking ? new AnswerResult.MoreNeeded(offers(asking)) : new AnswerResult.Proven();
    }

    private List<MethodOffer> offers(Asking asking) {
        Optional<Account> account = Spi.ask(
                "user-store", () -> desk.plugs.users().load(asking.subject().user()));
        return account.stream()
                .flatMap(one -> desk.held(one, desk.rules.kinds()).stream())
                .filter(held -> desk.distinct(asking.proofs(), held))
                .filter(held -> leadsOn(asking, held.kind()))
                .map(held -> new MethodOffer(held.kind(), Optional.of(held.label())))
                .toList();
    }

    /** Where one more proof is the last, it must be of a kind that the account must prove. */
    private boolean leadsOn(Asking asking, MethodKind kind) {
        Set<MethodKind> demanded = asking.subject().demanded();
        return demanded.contains(kind) || desk.rules.demandMet(asking.proofs(), demanded);
    }
}
