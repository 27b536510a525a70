package dev.sspr.guide;

import dev.sspr.Sspr;
import dev.sspr.admin.HelpDeskRequest;
import dev.sspr.change.ChangeRequest;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.BeginResult;
import dev.sspr.flow.ChangeStartResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.EnrolResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.HelpDeskResult;
import dev.sspr.flow.MessageLink;
import dev.sspr.flow.PasswordChangeResult;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.SecurityInfoView;
import dev.sspr.flow.StartResult;
import dev.sspr.flow.UnlockResult;
import dev.sspr.lockout.GuardResult;
import dev.sspr.lockout.SmartLockout;
import dev.sspr.outcome.HasOutcome;
import dev.sspr.outcome.Outcome;
import dev.sspr.policy.MethodPolicy.AccessPassUse;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.recovery.AccountRecovery;
import dev.sspr.register.SignInAdvice;
import dev.sspr.register.SignInEvidence;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.PasswordExpiry;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.RepairStore;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.unlock.AccountUnlock;
import dev.sspr.writeback.DualWriteParts;
import dev.sspr.writeback.DualWriteUserStore;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The code of the guide, word for word between two markers. */
final class GuideCode {
    private final Sspr sspr;
    private final PasswordVerifier users;
    private final FlowContext context = FlowContext.of(Locale.ENGLISH);

    GuideCode(Sspr sspr, PasswordVerifier users) {
        this.sspr = sspr;
        this.users = users;
    }

    // guide: sign-in
    boolean signsIn(UserId user, SmartLockout.Location location, Secret typed) {
        GuardResult result = sspr.smartLockout().guard(user, location, typed, prepared -> users.check(user, prepared));
        return GuardResult.fold(result, checked -> checked.result() == PasswordVerifier.Result.RIGHT, locked -> false);
    }
    // guide ends

    // guide: register
    String afterSignIn(UserId user) {
        SignInAdvice advice = sspr.registration().adviceAfterSignIn(user);
        return advice instanceof SignInAdvice.MustRegister must
                ? "Please add " + must.missing() + " way(s) to get back in."
                : "Welcome.";
    }

    String addPhone(SignInEvidence signIn, String number, Map<String, String> session) {
        if (!(sspr.registration().begin(signIn, context) instanceof BeginResult.Started started)) {
            return "Please sign in again.";
        }
        session.put("register", started.handle().expose());
        EnrolResult result = sspr.registration().enrol(started.handle(), MethodKind.SMS_CODE, number);
        return result instanceof EnrolResult.Sent sent ? "A code is on its way to " + sent.to() : "That did not work.";
    }
    // guide ends

    SignInEvidence signedIn(UserId user, Instant at) {
        return new SignInEvidence(user, user.value(), at, Set.of(MethodKind.EMAIL_CODE), at);
    }

    // guide: change
    String change(UserId user, Instant signedInAt, Secret current, Secret next) {
        ChangeStartResult start = sspr.passwordChange().begin(ChangeRequest.voluntary(user, signedInAt), context);
        if (!(start instanceof ChangeStartResult.Started started)) {
            return "Not now.";
        }
        PasswordChangeResult result =
                sspr.passwordChange().complete(started.handle(), SmartLockout.Location.UNFAMILIAR, current, next);
        return result instanceof CompleteResult.Done
                ? "Changed." // every session has ended: give this browser a new one
                : "Not changed.";
    }
    // guide ends

    // guide: unlock
    String unlock(FlowHandle handle, Secret code) {
        AccountUnlock unlock = sspr.accountUnlock();
        unlock.answer(handle, code);
        return unlock.complete(handle) instanceof UnlockResult.Unlocked ? "Unlocked. Sign in." : "Please try again.";
    }
    // guide ends

    // guide: recovery
    String recover(String login) {
        AccountRecovery recovery = sspr.accountRecovery();
        return recovery.start(login, context) instanceof StartResult.Started started
                ? "Call us, and read out "
                        + recovery.reference(started.handle()).orElse("nothing yet")
                : "Please try again later.";
    }
    // guide ends

    // guide: links
    Optional<Outcome> notMe(Secret pasted) {
        return MessageLink.parse(pasted).flatMap(link -> switch (link.kind()) {
            case CANCEL -> Optional.of(sspr.passwordReset().report(link.token()).outcome());
            case UNLOCK_CANCEL ->
                Optional.of(sspr.accountUnlock().report(link.token()).outcome());
            case CHANGE_CANCEL ->
                Optional.of(sspr.passwordChange().report(link.token()).outcome());
            case RECOVERY_CANCEL ->
                Optional.of(sspr.accountRecovery().report(link.token()).outcome());
            case UNDO -> Optional.of(sspr.registration().undo(link.token()).outcome());
            case CONTINUE, UNLOCK_CONTINUE -> Optional.empty(); // for open, answerLink and continueHere
        });
    }
    // guide ends

    // guide: help-desk
    HelpDeskResult<Secret> pass(UserId me, UserId person, Instant now) {
        HelpDeskRequest help = new HelpDeskRequest(me, person, "lost the phone, ticket 4711");
        return sspr.helpDesk().issuePass(help, now, Duration.ofHours(1), AccessPassUse.ONCE);
    }
    // guide ends

    // guide: hold
    List<String> addedLately(SecurityInfoView info) {
        return info.methods().stream()
                .filter(method -> info.hold()
                        .filter(hold -> hold.addedLately().contains(method.id()))
                        .isPresent())
                .map(method -> method.name() + ": was this you? Remove it if not.")
                .toList();
    }

    String removed(FlowHandle handle, String methodId) {
        return sspr.registration().remove(handle, methodId) instanceof Refused refused
                ? refused.reason() == Refusal.HELD_AFTER_RESET
                        ? "Protected until " + refused.retryAt().orElseThrow()
                                + ". Sign in with your passkey, or call us."
                        : "Not removed."
                : "Removed.";
    }
    // guide ends

    // guide: two-stores
    DualWriteUserStore both(UserStore directory, UserStore database, PasswordExpiry expiry, RepairStore repairs) {
        return new DualWriteUserStore(DualWriteParts.of(directory, database, expiry, repairs));
    }
    // guide ends

    // guide: policy
    SsprPolicy policy() {
        return SsprPolicy.standard()
                .reset(reset -> reset.proofs(2))
                .limits(limits -> limits.startsPerName(5).mailsPerDay(20))
                .password(password -> password.minimumLength(12))
                .registration(registration -> registration.quarantine(Duration.ZERO));
    }
    // guide ends

    // guide: results
    String nextPage(AnswerResult result) {
        return AnswerResult.fold(
                result,
                proven -> "new-password",
                moreNeeded -> "choose-method",
                notProven -> "type-code",
                waiting -> "look-at-your-phone",
                moved -> nextPage(moved.then()),
                refused -> "start-again");
    }

    String shown(HasOutcome result, boolean proven) {
        Outcome outcome = result.outcome();
        boolean mayShow = proven || outcome.disclosure() == Outcome.Disclosure.ANYONE;
        return mayShow
                ? result.occurred()
                        .advice(Outcome.Audience.PERSON, Locale.ENGLISH, ZoneOffset.UTC)
                        .remedy()
                : "Please try again.";
    }
    // guide ends
}
