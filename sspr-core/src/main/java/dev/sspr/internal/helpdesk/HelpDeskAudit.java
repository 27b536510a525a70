package dev.sspr.internal.helpdesk;

import dev.sspr.admin.HelpDeskRequest;
import dev.sspr.flow.Refusal;
import dev.sspr.internal.engine.Auditor;
import dev.sspr.spi.AdminAction;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Audits each help desk call once, done or refused, with actor and reason (R-LOG-3). */
public final class HelpDeskAudit {
    /** The activity names of Entra's audit log (AUD-16). */
    private static final Map<AdminAction, String> ACTIVITIES = Map.of(
            AdminAction.ISSUE_PASS, "Admin registered security info",
            AdminAction.GIVE_TOKEN, "Admin registered security info",
            AdminAction.WITHDRAW_PASS, "Admin deleted security info",
            AdminAction.REMOVE_METHOD, "Admin deleted security info",
            AdminAction.REQUIRE_REGISTRATION, "Admin deleted security info",
            AdminAction.START_RESET, "Admin started password reset");

    private final Auditor auditor;

    public HelpDeskAudit(Auditor auditor) {
        this.auditor = auditor;
    }

    void acted(AdminAction action, HelpDeskRequest help) {
        note(AuditType.HELP_DESK_ACTED, Outcome.SUCCESS, action, help, Optional.of(help.user()), Optional.empty());
    }

    void refused(AdminAction action, HelpDeskRequest help, Optional<UserId> person, Refusal why) {
        failed(action, help, person, word(why));
    }

    void failed(AdminAction action, HelpDeskRequest help, Optional<UserId> person, String why) {
        note(AuditType.HELP_DESK_REFUSED, Outcome.FAILURE, action, help, person, Optional.of(why));
    }

    /** Returns the words of published audit events. */
    private static String word(Refusal why) {
        return switch (why) {
            case INVALID_REASON -> "UNFIT_REASON";
            case SELF -> "ONESELF";
            case NOT_CONFIGURED -> "NOT_PLUGGED_IN";
            case ACCOUNT_NOT_USABLE -> "PERSON_NOT_USABLE";
            case UNKNOWN_METHOD -> "NO_SUCH_METHOD";
            default -> why.name();
        };
    }

    private void note(
            AuditType type,
            Outcome outcome,
            AdminAction action,
            HelpDeskRequest help,
            Optional<UserId> person,
            Optional<String> refusal) {
        Map<String, String> attributes = new HashMap<>();
        attributes.put("action", action.name());
        attributes.put("actor", help.actor().value());
        if (help.reasonFits()) {
            attributes.put("reason", help.reason());
        }
        refusal.ifPresent(why -> attributes.put("refusal", why));
        String activity = ACTIVITIES.get(action);
        if (activity != null && outcome == Outcome.SUCCESS) {
            attributes.put(Auditor.ENTRA, activity);
        }
        auditor.note(type, outcome, Optional.empty(), person, attributes);
    }
}
