package dev.sspr.internal.verification.work;

import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.NoticeOutbox.Attempt;
import dev.sspr.internal.engine.NoticeOutbox.Outgoing;
import dev.sspr.internal.engine.PendingNotice;
import dev.sspr.internal.messages.Recipient;
import dev.sspr.internal.secret.Token;
import dev.sspr.internal.verification.state.FinishingCommit;
import dev.sspr.spi.Account;
import dev.sspr.spi.Administrators;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sends the messages that follow a commit, to the account's destinations and the administrators. */
final class CommitNotices {
    private final FlowServices services;

    CommitNotices(FlowServices services) {
        this.services = services;
    }

    /** Makes one attempt at all unsettled messages, and returns the rest. */
    Optional<PendingNotice> attempt(FlowId flow, FinishingCommit it, PendingNotice notice) {
        Attempt made = all(flow, it, notice);
        return made.complete()
                ? Optional.empty()
                : Optional.of(notice.failed(made.settled(), made.after(), services.now()));
    }

    private Attempt all(FlowId flow, FinishingCommit it, PendingNotice notice) {
        Optional<Account> account;
        Attempt own;
        try {
            account = services.environment.users().load(it.subject().user());
            own = own(flow, it, notice, account);
        } catch (UnavailableException e) {
            return Attempt.FAILED;
        }
        try {
            return own.and(administrators(flow, it, notice, account));
        } catch (UnavailableException e) {
            return own.and(Attempt.FAILED);
        }
    }

    /** Sends to every destination; to those that carried the proofs without a link, because a thief may read them (R-NOT-7). */
    private Attempt own(FlowId flow, FinishingCommit it, PendingNotice notice, Optional<Account> account) {
        Recipient recipient = new Recipient(account, it.header().locale());
        Optional<Secret> notMe = notMe(flow);
        List<Outgoing> messages = account.stream()
                .flatMap(one -> services.addresses(one).stream())
                .map(to -> new Outgoing(
                        to,
                        "",
                        content(it, notMe.filter(link -> !services.provenThrough(it.proofs(), to.endpoint()))),
                        recipient))
                .toList();
        return attempt(AuditType.NOTIFIED, flow, it, notice, messages);
    }

    private MessageContent content(FinishingCommit it, Optional<Secret> notMe) {
        return it.tasks().reach() == FinishingCommit.Reach.UNCONFIRMED
                ? new Notice.PasswordUnconfirmed(it.writtenBy(), notMe)
                : services.flowKind.notice(it.writtenBy(), notMe);
    }

    /** NOT-02: notifies the other administrators; the account's own mailboxes are left out. */
    private Attempt administrators(FlowId flow, FinishingCommit it, PendingNotice notice, Optional<Account> account) {
        if (services.environment.administrators().isEmpty()
                || !services.flowKind.renewsCredentials()
                || it.tasks().reach() == FinishingCommit.Reach.UNCONFIRMED
                || account.filter(one -> one.privilege() == Account.Privilege.PRIVILEGED)
                        .isEmpty()) {
            return Attempt.NOTHING;
        }
        Administrators role = services.environment.administrators().get();
        UserId user = it.subject().user();
        Set<String> seen = new HashSet<>();
        services.addresses(account.get()).forEach(own -> seen.add(own.endpoint()));
        MessageContent content = new Notice.AdministratorChanged(user, it.writtenBy());
        Recipient recipient = new Recipient(Optional.empty(), it.header().locale());
        List<Outgoing> messages = role.toTell(user).stream()
                .filter(to -> seen.add(to.endpoint()))
                .limit(Administrators.MAX_RECIPIENTS)
                // the ids of destinations are unique within one account only
                .map(to -> new Outgoing(to, to.endpoint(), content, recipient))
                .toList();
        return attempt(AuditType.ADMINISTRATORS_TOLD, flow, it, notice, messages);
    }

    private Attempt attempt(
            AuditType type, FlowId flow, FinishingCommit it, PendingNotice notice, List<Outgoing> messages) {
        Attempt made = services.outbox.attempt(flow, notice, messages);
        if (made.tried() > 0 || messages.isEmpty()) {
            services.note(
                    type,
                    made.complete() && !messages.isEmpty() ? Outcome.SUCCESS : Outcome.FAILURE,
                    flow,
                    it.subject().audited(),
                    "destinations",
                    String.valueOf(messages.size()));
        }
        return made;
    }

    private Optional<Secret> notMe(FlowId flow) {
        return services.environment
                .linkBase()
                .map(page -> page.link(
                        services.flowKind.cancelLink(), new Token(flow, services.digests.cancelSecret(flow)).text()));
    }
}
