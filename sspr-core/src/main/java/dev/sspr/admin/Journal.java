package dev.sspr.admin;

import dev.sspr.internal.engine.Auditor;
import dev.sspr.spi.AdminAction;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Writes down what the help desk did or was refused, once each, with actor and reason (R-LOG-3). */
final class Journal {
    /** The names that Entra's audit log has (AUD-16). */
    private static final Map<AdminAction, String> ACTIVITIES = Map.of(
            AdminAction.ISSUE_PASS, "Admin registered security info",
            AdminAction.GIVE_TOKEN, "Admin registered security info",
            AdminAction.WITHDRAW_PASS, "Admin deleted security info",
            AdminAction.REMOVE_METHOD, "Admin deleted security info",
            AdminAction.REQUIRE_REGISTRATION, "Admin deleted security info",
            AdminAction.START_RESET, "Admin started password reset");

    private final Auditor auditor;

    Journal(Auditor auditor) {
        this.auditor = auditor;
    }

    void acted(AdminAction action, HelpCase help) {
        note(AuditType.HELP_DESK_ACTED, Outcome.SUCCESS, action, help, Optional.of(help.person()), Optional.empty());
    }

    void refused(AdminAction action, HelpCase help, Optional<UserId> person, String why) {
        note(AuditType.HELP_DESK_REFUSED, Outcome.FAILURE, action, help, person, Optional.of(why));
    }

    private void note(
            AuditType type,
            Outcome outcome,
            AdminAction action,
            HelpCase help,
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
