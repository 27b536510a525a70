package dev.sspr.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.architecture.Page;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditField;
import dev.sspr.spi.AuditSchema;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.AuditValueType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The published schema of audit events. */
class AuditPageTest {
    /** AUD-01 to AUD-17 of Entra's documentation, as far as a password library has anything of the kind. */
    private static final Set<String> ENTRA = Set.of(
            "Blocked from self-service password reset",
            "Change password (self-service)",
            "Reset password (by admin)",
            "Reset password (self-service)",
            "Self-service password reset flow activity progress",
            "Unlock user account (self-service)",
            "User registered for self-service password reset",
            "User registered all required security info",
            "User registered security info",
            "User reviewed security info",
            "User deleted security info",
            "User changed default security info",
            "User updated security info",
            "User started security info registration",
            "User canceled security info registration",
            "Admin registered security info",
            "Admin updated security info",
            "Admin deleted security info",
            "User started password change",
            "User started password reset",
            "Admin started password reset");

    private static final List<String> HEAD = List.of(
            "# Audit events",
            "",
            "This page is made from `AuditSchema` by a test; do not edit it.",
            "",
            "Schema version " + AuditSchema.VERSION
                    + ". Within a version, types, attributes and words are added, never",
            "renamed and never taken away; a reader skips what it does not know.",
            "",
            "## Fields of every event",
            "",
            "| field | form | present | keyed hash | meaning |",
            "|---|---|---|---|---|",
            "| `schema` | number | always (JSON lines) | no | the version above |",
            "| `at` | ISO 8601, UTC | always | no | when |",
            "| `type` | a name below | always | no | what happened |",
            "| `outcome` | `SUCCESS`, `FAILURE` | always | no | whether it came out as the person wanted |",
            "| `purpose` | `RESET`, `CHANGE`, `UNLOCK`, `REGISTER`, … | always | no | what the flow is for |",
            "| `flow` | 32 hexadecimal digits | if there is a flow | no: random bits | joins the events of one flow; it opens nothing |",
            "| `user` | text, 1 to 128 | once an account is known | no | the host's own id of the account, never a login or an address |",
            "| `source` | text | if the host said it | no | where the call came from, such as an IP address |",
            "| `attributes` | object of texts | always | see below | what the type adds |",
            "",
            "The name that was typed is in no event, not even hashed, because a hash of a guessable name under one key still joins",
            "all tries of one person; `user` is there from the moment at which the engine has found an account. Sinks escape control characters,",
            "text direction marks and line separators (R-LOG-2). A host that must not keep account ids wraps its sink and replaces",
            "`user` by a keyed hash of its own.",
            "",
            "## Types",
            "",
            "| type | what happened | attributes |",
            "|---|---|---|");

    @Test
    void page_showsTheSchema() throws IOException {
        List<String> lines = new ArrayList<>(HEAD);
        for (AuditType type : AuditType.values()) {
            AuditSchema schema = AuditSchema.of(type).orElseThrow();
            lines.add("| `" + type + "` | " + schema.meaning() + " | "
                    + String.join(
                            "<br>",
                            schema.fields().stream().map(AuditPageTest::shown).toList()) + " |");
        }
        Page.isOnDisk("audit-events.md", lines);
    }

    private static String shown(AuditField field) {
        String form = field.form() == AuditValueType.WORD
                ? String.join(
                        ", ",
                        field.words().stream().map(word -> "`" + word + "`").toList())
                : field.form().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String presence = field.presence() == AuditField.Presence.ALWAYS ? "" : " (sometimes)";
        return "`" + field.name() + "`" + presence + ": " + field.meaning() + "; " + form;
    }

    @ParameterizedTest
    @EnumSource(AuditType.class)
    @Tag("R-LOG-3")
    void type_hasASchema_withEntrasOwnNamesOnly(AuditType type) {
        AuditSchema schema = AuditSchema.of(type).orElseThrow(() -> new AssertionError(type + " is not in AuditTable"));

        assertThat(schema.fields()).extracting(AuditField::name).doesNotHaveDuplicates();
        assertThat(schema.fields().stream()
                        .filter(field -> field.name().equals(AuditSchema.ENTRA))
                        .flatMap(field -> field.words().stream()))
                .isSubsetOf(ENTRA);
    }

    @Test
    void event_thatLeavesTheSchema_isNamed() {
        assertThat(AuditSchema.faults(Events.plain())).isEmpty();
        assertThat(faults(Map.of())).containsExactly("PROVEN lacks method");
        assertThat(faults(Map.of("method", "E-mail")))
                .containsExactly("PROVEN.method is 'E-mail', which is not a METHOD");
        assertThat(faults(Map.of("method", "push", "colour", "red")))
                .containsExactly("PROVEN has no attribute colour: add it to AuditTable");
        assertThat(faults(Map.of("method", "push", "entra.activity", "User pressed a button")))
                .singleElement()
                .asString()
                .startsWith("PROVEN.entra.activity is 'User pressed a button', which is not one of [");
    }

    @Test
    void forms_refuseWhatIsNotOfThem() {
        Map<AuditValueType, List<String>> wrong = Map.of(
                AuditValueType.COUNT, List.of("", "-1", "01", "1.0", "\u0661"),
                AuditValueType.INSTANT, List.of("", "today", "2026-05-04", "2026-05-04T12:00:00+02:00"),
                AuditValueType.KEYED_HASH, List.of("", "anna@example.com", "0".repeat(31), "A".repeat(32)),
                AuditValueType.FINDING, List.of("", "Too short", "x".repeat(65)),
                AuditValueType.ACCOUNT, List.of("", "x".repeat(129)),
                AuditValueType.TEXT, List.of("x".repeat(501)));
        wrong.forEach((form, texts) -> assertThat(texts).as(form.name()).noneMatch(form::fits));
        assertThat(AuditValueType.COUNT.fits("0")).isTrue();
        assertThat(AuditValueType.INSTANT.fits("2026-05-04T12:00:00Z")).isTrue();
        assertThat(AuditValueType.KEYED_HASH.fits("0".repeat(32))).isTrue();
        assertThat(Arrays.stream(AuditValueType.values()).filter(form -> form.fits("a\u0000".repeat(600))))
                .containsExactly(AuditValueType.WORD);
    }

    private static List<String> faults(Map<String, String> attributes) {
        AuditEvent event = Events.with("here", attributes);
        return AuditSchema.faults(event);
    }
}
