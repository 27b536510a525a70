package dev.sspr.register;

import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.SecurityInfoView;
import dev.sspr.spi.MethodKind;
import java.time.Instant;
import java.util.Set;

/** What opening one's security info brought. */
public sealed interface BeginResult
        permits BeginResult.Begun, BeginResult.SignInAgain, BeginResult.AccessPassNeeded, Denied {
    /**
     * It is open.
     *
     * @param handle to keep
     * @param securityInfoView what there is
     * @param until from when it is closed; changes count only until then
     */
    record Begun(FlowHandle handle, SecurityInfoView securityInfoView, Instant until) implements BeginResult {}

    /**
     * The sign-in is too old, or it did not use a method as strong as those the account holds (R-REG-1, CMB-08, CMB-09).
     *
     * @param kinds one of these must be part of the sign-in; empty if only its age is wrong
     */
    record SignInAgain(Set<MethodKind> kinds) implements BeginResult {
        /** Copies the set. */
        public SignInAgain {
            kinds = Set.copyOf(kinds);
        }
    }

    /**
     * The account holds nothing, and the time in which a password alone was enough is over: the help desk issues an access
     * pass, and the sign-in uses it (R-REG-2).
     */
    record AccessPassNeeded() implements BeginResult {}
}
