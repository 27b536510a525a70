package dev.sspr.internal.verification.work;

import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.StoredState;
import dev.sspr.internal.secret.Token;
import dev.sspr.internal.verification.state.Committing;
import dev.sspr.internal.verification.state.FinishingCommit;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.Guards;
import dev.sspr.internal.verification.state.Proof;
import dev.sspr.internal.verification.state.ProofsComplete;
import dev.sspr.internal.verification.state.Subject;
import dev.sspr.spi.Account;
import dev.sspr.spi.Administrators;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.Destination;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.Secret;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What must follow a new password, and what a crash or an outage in the middle of one leaves to find out. */
public final class CommitFollowUp {
    private final FlowServices services;

    public CommitFollowUp(FlowServices services) {
        this.services = services;
    }

    /** Goes on with a flow whose write is in question, or whose password is set. */
    public void proceed(StoredState<FlowState> found) {
        if (found.state() instanceof FinishingCommit it) {
            follow(found, it);
        } else if (found.state() instanceof Committing it) {
            if (services.guards.leaseOver(it.since(), services.now())) {
                recover(found, it.subject(), it.since().plus(Guards.WRITE_LEASE), true);
            }
        } else if (found.state() instanceof ProofsComplete it) {
            it.doubt()
                    .ifPresent(until ->
                            recover(found, it.subject(), until, !services.now().isBefore(until)));
        }
    }

    /** The generation decides: changed means written, unchanged means not, once no write can land any more. */
    private void recover(StoredState<FlowState> found, Subject subject, Instant latest, boolean settled) {
        Optional<Account> account = services.environment.users().load(subject.user());
        if (account.isPresent() && services.guards.landed(services.flowKind, subject, account.get())) {
            Instant by = services.now().isBefore(latest) ? services.now() : latest;
            services.runner.apply(
                    found,
                    FlowState.ifStill(
                            found.state(),
                            state ->
                                    state.written(services.tasks(services.now()).reached(services.foundReach()), by)));
        } else if (settled) {
            services.runner.apply(
                    found,
                    services.owner(subject.user()),
                    FlowState.ifStill(found.state(), state -> state.notWritten(Optional.empty())));
        }
    }

    /** Ends sessions, other flows and spent budgets: what is done at once, on the caller's thread. */
    public FinishingCommit.Tasks atOnce(
            FlowId flow, Subject subject, List<Proof> proofs, Instant by, FinishingCommit.Tasks tasks) {
        FinishingCommit.Tasks left = locks(subject, tasks.sessions() ? sessions(flow, subject, by, tasks) : tasks);
        try {
            if (services.flowKind.renewsCredentials()) {
                services.endOthers(subject.user(), flow);
            }
            for (Proof proof : proofs) {
                CounterKey key = services.limiter.key(
                        "guess", subject.user().value() + "/" + proof.kind().value());
                services.limiter.clear(key);
            }
        } catch (UnavailableException e) {
            // Other flows die by the generation, counters by time: both are tidied here for the person's comfort.
            return left;
        }
        return left;
    }

    private FinishingCommit.Tasks locks(Subject subject, FinishingCommit.Tasks tasks) {
        try {
            services.flowKind.alsoClear(subject.user());
            return tasks.locksCleared();
        } catch (UnavailableException e) {
            return tasks;
        }
    }

    private FinishingCommit.Tasks sessions(FlowId flow, Subject subject, Instant by, FinishingCommit.Tasks tasks) {
        Optional<SessionRevoker.Revocation> revoked;
        try {
            revoked = Optional.of(services.environment.sessions().revokeAll(subject.user(), by));
        } catch (UnavailableException e) {
            revoked = Optional.empty();
        }
        boolean ended = revoked.filter(SessionRevoker.Revocation.Ended.class::isInstance)
                .isPresent();
        services.note(
                AuditType.SESSIONS_REVOKED,
                ended ? Outcome.SUCCESS : Outcome.FAILURE,
                flow,
                subject.audited(),
                "try",
                String.valueOf(tasks.failures() + 1));
        return ended ? tasks.sessionsEnded() : tasks;
    }

    private void follow(StoredState<FlowState> found, FinishingCommit it) {
        FinishingCommit.Tasks left = it.tasks();
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
        FinishingCommit.Tasks now = left.done() ? left : left.failed(services.now());
        OwnerTag tag = now.over() ? services.owner(it.subject().user()) : FlowServices.ownTag(found.id());
        services.runner.apply(found, tag, state -> state.followed(now, services.now()));
    }

    /** Tells every destination but those that carried the proofs (R-NOT-7); says whether nothing is left to tell. */
    private boolean told(FlowId flow, FinishingCommit it) {
        try {
            Optional<Account> account =
                    services.environment.users().load(it.subject().user());
            List<Destination> others = account.stream()
                    .flatMap(one -> services.addresses(one).stream())
                    .filter(to -> !services.provenThrough(it.proofs(), to.endpoint()))
                    .toList();
            boolean all = true;
            for (Destination to : others) {
                all &= tell(flow, it, to, account);
            }
            services.note(
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
    private boolean administratorsTold(FlowId flow, FinishingCommit it, Optional<Account> account) {
        if (services.environment.administrators().isEmpty()
                || !services.flowKind.renewsCredentials()
                || account.filter(one -> one.privilege() == Account.Privilege.PRIVILEGED)
                        .isEmpty()) {
            return true;
        }
        Administrators role = services.environment.administrators().get();
        UserId user = it.subject().user();
        Set<String> seen = new HashSet<>();
        services.addresses(account.get()).forEach(own -> seen.add(own.endpoint()));
        List<Destination> others = role.toTell(user).stream()
                .filter(to -> seen.add(to.endpoint()))
                .limit(Administrators.MAX_RECIPIENTS)
                .toList();
        MessageContent content = new Notice.AdministratorChanged(user, it.writtenBy());
        boolean all = true;
        for (Destination to : others) {
            // the ids of destinations are apart within one account only
            all &= tell(flow, to.endpoint(), to, content, it.header().locale(), it.writtenBy());
        }
        services.note(
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
        return services.environment
                .linkBase()
                .map(page -> page.link(
                        services.flowKind.page("cancel"), new Token(flow, services.digests.cancelSecret(flow)).text()));
    }

    /** Ends what a deed has opened that its owner knows nothing of; says whether that is confirmed. */
    public boolean secure(FlowId flow, UserId user) {
        services.endOthers(user, flow);
        SessionRevoker.Revocation revoked = services.environment.sessions().revokeAll(user, services.now());
        boolean ended = revoked instanceof SessionRevoker.Revocation.Ended;
        services.note(
                AuditType.SESSIONS_REVOKED,
                ended ? Outcome.SUCCESS : Outcome.FAILURE,
                flow,
                Optional.of(user),
                "reason",
                "reported");
        return ended;
    }

    private boolean tell(FlowId flow, FinishingCommit it, Destination to, Optional<Account> account) {
        MessageContent content = services.flowKind.notice(it.writtenBy(), notMe(flow));
        return tell(flow, "", to, content, BackgroundTask.locale(account, it), it.writtenBy());
    }

    private boolean tell(
            FlowId flow, String occasion, Destination to, MessageContent content, Locale locale, Instant since) {
        try {
            Notifier.Delivery delivery = services.environment
                    .dispatcher()
                    .send(flow, occasion, to, content, locale, since.plus(FinishingCommit.NOTICE_LIFE));
            return !(delivery instanceof Notifier.Delivery.TryLater);
        } catch (UnavailableException e) {
            return false;
        }
    }
}
