package dev.sspr.internal.verification.work;

import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.bounds.ClockSkew;
import dev.sspr.internal.engine.StoredState;
import dev.sspr.internal.verification.state.Committing;
import dev.sspr.internal.verification.state.FinishingCommit;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.Guards;
import dev.sspr.internal.verification.state.Proof;
import dev.sspr.internal.verification.state.ProofsComplete;
import dev.sspr.internal.verification.state.Subject;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Follows up a commit, also after a crash or an outage in the middle of one. */
public final class CommitFollowUp {
    private final FlowServices services;
    private final CommitNotices notices;

    public CommitFollowUp(FlowServices services) {
        this.services = services;
        this.notices = new CommitNotices(services);
    }

    /** Continues a flow whose write is in doubt, or whose password is set, without a password at hand. */
    public void proceed(StoredState<FlowState> found) {
        proceed(found, user -> false);
    }

    /** Continues a flow; if nothing else tells, {@code isSet} says whether the account has the password at hand. */
    public void proceed(StoredState<FlowState> found, Predicate<UserId> isSet) {
        if (found.state() instanceof FinishingCommit it) {
            follow(found, it);
        } else if (found.state() instanceof Committing it) {
            if (services.guards.leaseOver(it.since(), services.now())) {
                recover(found, it.subject(), it.since().plus(Guards.WRITE_LEASE), true, isSet);
            }
        } else if (found.state() instanceof ProofsComplete it) {
            it.doubt()
                    .ifPresent(until ->
                            recover(found, it.subject(), until, !services.now().isBefore(until), isSet));
        }
    }

    /** Finds out whether the write has landed; if it has not and can no longer land, the flow may write again. */
    private void recover(
            StoredState<FlowState> found, Subject subject, Instant latest, boolean late, Predicate<UserId> isSet) {
        Optional<Account> account = services.environment.users().load(subject.user());
        Guards.Landing landing = account.map(
                        now -> services.guards.landing(services.flowKind, found.id(), subject, now))
                .orElse(Guards.Landing.NOT_WRITTEN);
        Instant by = services.now().isBefore(latest) ? services.now() : latest;
        if (landing == Guards.Landing.WRITTEN || (landing == Guards.Landing.UNKNOWN && isSet.test(subject.user()))) {
            written(found, services.tasks(by).reached(services.foundReach()), by);
        } else if (landing == Guards.Landing.UNKNOWN) {
            written(found, services.unconfirmed(by), by);
        } else if (late) {
            services.runner.apply(
                    found,
                    services.owner(subject.user()),
                    FlowState.ifStill(found.state(), state -> state.notWritten(Optional.empty())));
        }
    }

    /** Stores that the write has landed, or that this cannot be known. */
    public void written(StoredState<FlowState> found, FinishingCommit.Tasks tasks, Instant by) {
        services.runner.apply(found, FlowState.ifStill(found.state(), state -> state.written(tasks, by)));
    }

    /** Ends sessions and other flows and clears used limits, on the caller's thread. */
    public FinishingCommit.Tasks atOnce(
            FlowId flow, Subject subject, List<Proof> proofs, Instant by, FinishingCommit.Tasks tasks) {
        FinishingCommit.Tasks left = locks(subject, tasks.sessions() ? sessions(flow, subject, by, tasks) : tasks);
        try {
            if (services.flowKind.renewsCredentials()) {
                services.endOthers(subject.user(), flow);
            }
            for (Proof proof : proofs) {
                services.limiter.clear(services.guesses.today(subject.user(), proof.kind()));
            }
        } catch (UnavailableException e) {
            // Both are optional: other flows end by the generation, counters by time.
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
            revoked = Optional.of(services.environment.sessions().revokeAll(subject.user(), by, ClockSkew.MOST));
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
        if (left.retriesAt(services.now())) {
            if (left.sessions()) {
                // Limits are not cleared again: that would give back guesses made since.
                left = sessions(found.id(), it.subject(), it.writtenBy(), left);
            }
            if (left.locks()) {
                left = locks(it.subject(), left);
            }
            left = left.tried(services.now());
        }
        if (left.notices().isPresent() && left.notices().get().isDue(services.now())) {
            left = left.noticed(notices.attempt(found.id(), it, left.notices().get()));
        }
        FinishingCommit.Tasks now = left;
        boolean over = now.over(services.guards);
        if (now.equals(it.tasks()) && !over) {
            return;
        }
        OwnerTag tag = over ? services.owner(it.subject().user()) : FlowServices.ownTag(found.id());
        services.runner.apply(found, tag, state -> state.followed(now, services.guards));
    }

    /** Ends sessions and other flows after a report; returns whether that is confirmed. */
    public boolean secure(FlowId flow, UserId user) {
        services.endOthers(user, flow);
        SessionRevoker.Revocation revoked =
                services.environment.sessions().revokeAll(user, services.now(), ClockSkew.MOST);
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
}
