package dev.sspr.internal.proof;

import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.Loaded;
import dev.sspr.internal.engine.Spi;
import dev.sspr.internal.secret.Token;
import dev.sspr.spi.Account;
import dev.sspr.spi.Administrators;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.Delivery;
import dev.sspr.spi.Destination;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Notice;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.Privilege;
import dev.sspr.spi.Revocation;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What must follow a new password, and what a crash or an outage in the middle of one leaves to find out. */
final class Following {
    /** A notice is still worth sending this long after. */
    static final Duration NOTICE_LIFE = Duration.ofDays(2);

    private final Desk desk;

    Following(Desk desk) {
        this.desk = desk;
    }

    /** Goes on with a flow whose write is in question, or whose password is set. */
    void proceed(Loaded<ProofState> found) {
        if (found.state() instanceof Finishing it) {
            follow(found, it);
        } else if (found.state() instanceof Committing it) {
            if (desk.rules.leaseOver(it.since(), desk.now())) {
                recover(found, it.subject(), it.since().plus(Rules.WRITE_LEASE), true);
            }
        } else if (found.state() instanceof Proven it) {
            it.doubt()
                    .ifPresent(until ->
                            recover(found, it.subject(), until, !desk.now().isBefore(until)));
        }
    }

    /** The generation decides: changed means written, unchanged means not, once no write can land any more. */
    private void recover(Loaded<ProofState> found, Subject subject, Instant latest, boolean settled) {
        Optional<Account> account =
                Spi.ask("user-store", () -> desk.plugs.users().load(subject.user()));
        if (account.isPresent() && desk.rules.landed(desk.intent, subject, account.get())) {
            Instant by = desk.now().isBefore(latest) ? desk.now() : latest;
            desk.runner.apply(
                    found,
                    ProofState.ifStill(
                            found.state(),
                            state -> state.written(desk.tasks(desk.now()).reached(desk.foundReach()), by)));
        } else if (settled) {
            desk.runner.apply(
                    found,
                    desk.owner(subject.user()),
                    ProofState.ifStill(found.state(), state -> state.notWritten(Optional.empty())));
        }
    }

    /** Ends sessions, other flows and spent budgets: what is done at once, on the caller's thread. */
    Finishing.Tasks atOnce(FlowId flow, Subject subject, List<Proof> proofs, Instant by, Finishing.Tasks tasks) {
        Finishing.Tasks left = locks(subject, tasks.sessions() ? sessions(flow, subject, by, tasks) : tasks);
        try {
            if (desk.intent.renewsCredentials()) {
                desk.endOthers(subject.user(), flow);
            }
            for (Proof proof : proofs) {
                CounterKey key = desk.budget.key(
                        "guess", subject.user().value() + "/" + proof.kind().value());
                desk.budget.clear(key);
            }
        } catch (UnavailableException e) {
            // Other flows die by the generation, counters by time: both are tidied here for the person's comfort.
            return left;
        }
        return left;
    }

    private Finishing.Tasks locks(Subject subject, Finishing.Tasks tasks) {
        try {
            Spi.tell("smart-lockout", () -> desk.intent.alsoClear(subject.user()));
            return tasks.locksCleared();
        } catch (UnavailableException e) {
            return tasks;
        }
    }

    private Finishing.Tasks sessions(FlowId flow, Subject subject, Instant by, Finishing.Tasks tasks) {
        Optional<Revocation> revoked;
        try {
            revoked = Optional.of(
                    Spi.ask("session-revoker", () -> desk.plugs.sessions().revokeAll(subject.user(), by)));
        } catch (UnavailableException e) {
            revoked = Optional.empty();
        }
        boolean ended = revoked.filter(Revocation.Ended.class::isInstance).isPresent();
        desk.note(
                AuditType.SESSIONS_REVOKED,
                ended ? Outcome.SUCCESS : Outcome.FAILURE,
                flow,
                subject.audited(),
                "try",
                String.valueOf(tasks.failures() + 1));
        return ended ? tasks.sessionsEnded() : tasks;
    }

    private void follow(Loaded<ProofState> found, Finishing it) {
        Finishing.Tasks left = it.tasks();
        if (left.sessions()) {
            // Not the budgets: given back once more, at a later time, they would be guesses nobody has paid for.
            left = sessions(found.id(), it.subject(), it.writtenBy(), left);
        }
        if (left.locks()) {
            left = locks(it.subject(), left);
        }
        if (left.notices() && told(found.id(), it)) {
            left = left.noticesSent();
        }
        Finishing.Tasks now = left.done() ? left : left.failed(desk.now());
        OwnerTag tag = now.over() ? desk.owner(it.subject().user()) : Desk.ownTag(found.id());
        desk.runner.apply(found, tag, state -> state.followed(now, desk.now()));
    }

    /** Tells every destination but those that carried the proofs (R-NOT-7); says whether nothing is left to tell. */
    private boolean told(FlowId flow, Finishing it) {
        try {
            Optional<Account> account = Spi.ask(
                    "user-store", () -> desk.plugs.users().load(it.subject().user()));
            List<Destination> others = account.stream()
                    .flatMap(one -> desk.addresses(one).stream())
                    .filter(to -> !desk.provenThrough(it.proofs(), to.endpoint()))
                    .toList();
            boolean all = true;
            for (Destination to : others) {
                all &= tell(flow, it, to, account);
            }
            desk.note(
                    AuditType.NOTIFIED,
                    all && !others.isEmpty() ? Outcome.SUCCESS : Outcome.FAILURE,
                    flow,
                    it.subject().audited(),
                    "destinations",
                    String.valueOf(others.size()));
            boolean administrators = administratorsTold(flow, it, account);
            return all && administrators;
        } catch (UnavailableException e) {
            return false;
        }
    }

    /** NOT-02: what happened to an administrator, the others learn too, but nobody who holds the account's own mailbox. */
    private boolean administratorsTold(FlowId flow, Finishing it, Optional<Account> account) {
        if (desk.plugs.administrators().isEmpty()
                || !desk.intent.renewsCredentials()
                || account.filter(one -> one.privilege() == Privilege.PRIVILEGED)
                        .isEmpty()) {
            return true;
        }
        Administrators role = desk.plugs.administrators().get();
        UserId user = it.subject().user();
        Set<String> seen = new HashSet<>();
        desk.addresses(account.get()).forEach(own -> seen.add(own.endpoint()));
        List<Destination> others = Spi.ask("administrators", () -> role.toTell(user)).stream()
                .filter(to -> seen.add(to.endpoint()))
                .limit(Administrators.MAX_RECIPIENTS)
                .toList();
        MessageContent content = new Notice.AdministratorChanged(user, it.writtenBy());
        boolean all = true;
        for (Destination to : others) {
            // the ids of destinations are apart within one account only
            all &= tell(flow, to.endpoint(), to, content, it.ticket().locale(), it.writtenBy());
        }
        desk.note(
                AuditType.ADMINISTRATORS_TOLD,
                all && !others.isEmpty() ? Outcome.SUCCESS : Outcome.FAILURE,
                flow,
                it.subject().audited(),
                "destinations",
                String.valueOf(others.size()));
        return all;
    }

    /** The link under which an owner says that it was somebody else. */
    private Optional<Secret> notMe(FlowId flow) {
        return desk.plugs
                .linkBase()
                .map(page ->
                        page.link(desk.intent.page("cancel"), new Token(flow, desk.digests.cancelSecret(flow)).text()));
    }

    /** Ends what a deed has opened that its owner knows nothing of; says whether that is confirmed. */
    boolean secure(FlowId flow, UserId user) {
        desk.endOthers(user, flow);
        Revocation revoked =
                Spi.ask("session-revoker", () -> desk.plugs.sessions().revokeAll(user, desk.now()));
        boolean ended = revoked instanceof Revocation.Ended;
        desk.note(
                AuditType.SESSIONS_REVOKED,
                ended ? Outcome.SUCCESS : Outcome.FAILURE,
                flow,
                Optional.of(user),
                "reason",
                "reported");
        return ended;
    }

    private boolean tell(FlowId flow, Finishing it, Destination to, Optional<Account> account) {
        MessageContent content = desk.intent.notice(it.writtenBy(), notMe(flow));
        return tell(flow, "", to, content, Job.locale(account, it), it.writtenBy());
    }

    private boolean tell(
            FlowId flow, String occasion, Destination to, MessageContent content, Locale locale, Instant since) {
        try {
            Delivery delivery = desk.plugs.courier().send(flow, occasion, to, content, locale, since.plus(NOTICE_LIFE));
            return !(delivery instanceof Delivery.TryLater);
        } catch (UnavailableException e) {
            return false;
        }
    }
}
