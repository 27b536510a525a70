package dev.sspr.internal.registration;

import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.NoticeOutbox;
import dev.sspr.internal.engine.StoredState;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.RevertibleChange;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Notice.SecurityInfoChanged;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Notifies until every address is reached. Unreached addresses are kept beside the undo link and tried again. */
final class ChangeNotifier {
    private final RegistrationServices services;
    private final ChangeNotices changeNotices;

    ChangeNotifier(RegistrationServices services) {
        this.services = services;
        this.changeNotices = new ChangeNotices(services);
    }

    /** Makes the first attempt, while the registration still holds the change. */
    void of(
            FlowId flow,
            MethodChange methodChange,
            SecurityInfoChanged.Change what,
            Instant at,
            SecurityInfo info,
            Locale locale) {
        PendingChangeNotice pending = PendingChangeNotice.of(what, methodChange.kind(), at, flow);
        pending.after(changeNotices.tell(flow, methodChange, pending, info, locale), services.now())
                .ifPresent(left -> services.runner
                        .load(new FlowId(methodChange.id()))
                        .ifPresent(own -> owe(own, Optional.of(left))));
    }

    /** Makes the first attempt after an undo, whose notice is already stored. */
    void undone(StoredState<RegistrationPhase> found, RevertWindow of, PendingChangeNotice pending, SecurityInfo info) {
        attempt(found, of, pending, withoutParts(of, pending), info);
    }

    /** Tries the addresses again that an attempt or a crash has left. */
    void again(StoredState<RegistrationPhase> found, RevertWindow of, PendingChangeNotice pending) {
        SecurityInfo info = services.info(of.header().user());
        Optional<RevertibleChange> revertible = info.revertible(of.change());
        boolean restored = pending.what() == SecurityInfoChanged.Change.RESTORED;
        boolean gone = pending.isOfAFreeze() ? info.record().frozen().isEmpty() : restored != revertible.isEmpty();
        if (gone) {
            // The undo was not stored, or the change was undone meanwhile: there is nothing to send.
            owe(found, Optional.empty());
            return;
        }
        MethodChange methodChange = revertible
                .map(one -> new MethodChange(
                        of.change(),
                        pending.kind(),
                        one.before().map(RegisteredMethod::id),
                        one.after().flatMap(info::method)))
                .orElseGet(() -> withoutParts(of, pending));
        attempt(found, of, pending, methodChange, info);
    }

    private void attempt(
            StoredState<RegistrationPhase> found,
            RevertWindow of,
            PendingChangeNotice pending,
            MethodChange methodChange,
            SecurityInfo info) {
        NoticeOutbox.Attempt made;
        try {
            made = changeNotices.tell(
                    pending.flow().orElse(found.id()),
                    methodChange,
                    pending,
                    info,
                    of.header().locale());
        } catch (UnavailableException e) {
            made = NoticeOutbox.Attempt.FAILED;
        }
        owe(found, pending.after(made, services.now()));
    }

    private static MethodChange withoutParts(RevertWindow of, PendingChangeNotice pending) {
        return new MethodChange(of.change(), pending.kind(), Optional.empty(), Optional.empty());
    }

    void owe(StoredState<RegistrationPhase> own, Optional<PendingChangeNotice> left) {
        services.runner.apply(own, state -> state.owing(left));
    }
}
