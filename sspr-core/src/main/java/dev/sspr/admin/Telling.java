package dev.sspr.admin;

import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.Auditor;
import dev.sspr.internal.engine.Plugs;
import dev.sspr.spi.Account;
import dev.sspr.spi.AdminAction;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Delivery;
import dev.sspr.spi.Destination;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells the person and the audit log what the help desk did or was refused (R-ADM-5, R-LOG-3). */
final class Telling {
    private static final Duration LIFE = Duration.ofDays(7);

    /** The names that Entra's audit log has (AUD-16). */
    private static final Map<AdminAction, String> ACTIVITIES = Map.of(
            AdminAction.ISSUE_PASS, "Admin registered security info",
            AdminAction.GIVE_TOKEN, "Admin registered security info",
            AdminAction.WITHDRAW_PASS, "Admin deleted security info",
            AdminAction.REMOVE_METHOD, "Admin deleted security info",
            AdminAction.REQUIRE_REGISTRATION, "Admin deleted security info",
            AdminAction.START_RESET, "Admin started password reset");

    private final Plugs plugs;
    private final Auditor auditor;

    Telling(Plugs plugs) {
        this.plugs = plugs;
        this.auditor = new Auditor(plugs.audit(), plugs.clock(), Purpose.HELP_DESK);
    }

    /** Sends a message about it to each destination; says how many took it. */
    int person(Account person, List<Destination> destinations, AdminAction action) {
        Instant now = Instant.ofEpochMilli(plugs.clock().millis());
        FlowId occasion = new FlowId(plugs.mint().digest());
        MessageContent content = new Notice.HelpDeskActed(action, now);
        Locale locale = person.locale().orElse(Locale.ENGLISH);
        int told = 0;
        for (Destination to : destinations) {
            told += sent(occasion, to, content, locale, now) ? 1 : 0;
        }
        auditor.note(
                AuditType.NOTIFIED,
                told > 0 ? Outcome.SUCCESS : Outcome.FAILURE,
                Optional.empty(),
                Optional.of(person.id()),
                Map.of("destinations", String.valueOf(told)));
        return told;
    }

    private boolean sent(FlowId occasion, Destination to, MessageContent content, Locale locale, Instant now) {
        try {
            // the store's ids and those of registered methods may meet
            Delivery delivery = plugs.courier().send(occasion, to.endpoint(), to, content, locale, now.plus(LIFE));
            return delivery instanceof Delivery.Accepted;
        } catch (UnavailableException e) {
            return false;
        }
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
