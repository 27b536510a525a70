package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.admin.AccountView;
import dev.sspr.fixture.HoldFixture;
import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.ChangeResult;
import dev.sspr.flow.ConfirmResult;
import dev.sspr.flow.EnrolResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.HelpDeskResult;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.RegisteredMethodView;
import dev.sspr.policy.MethodPolicy.AccessPassUse;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What somebody who has reset the password can take away from the owner, and what the owner from them. */
@Tag("R-HOLD-1")
class HoldTest {
    private static final String NUMBER = "+31612345678";
    private static final Duration DAY = Duration.ofDays(1);

    private final HoldFixture host = new HoldFixture();
    private Instant resetAt = Instant.EPOCH;

    private void reset() {
        host.reset();
        resetAt = host.stores.now.minus(Duration.ofMinutes(1));
    }

    private Refused held() {
        return new Refused(Refusal.HELD_AFTER_RESET, Optional.of(resetAt.plus(DAY)), Purpose.REGISTER);
    }

    private ChangeResult removed(FlowHandle open, MethodKind kind) {
        return host.registration.remove(open, host.newest(open, kind).id());
    }

    @Test
    @DisplayName("R-HOLD-1: nothing that was there before is removed, and the answer says until when")
    void removal_ofWhatWasThereBefore_isRefused() {
        host.registered();
        reset();
        FlowHandle open = host.opened(MethodKind.APP_CODE);

        assertThat(removed(open, MethodKind.APP_CODE)).isEqualTo(held());
        assertThat(removed(open, MethodKind.EMAIL_CODE)).isEqualTo(held());
        assertThat(host.registration.list(open).orElseThrow().methods()).hasSize(2);
        assertThat(host.stores.audit.events())
                .filteredOn(event -> event.type() == AuditType.SECURITY_INFO_REFUSED)
                .hasSize(2)
                .extracting(AuditEvent::attributes)
                .allSatisfy(words -> assertThat(words).containsEntry("reason", "held"));
    }

    @Test
    @DisplayName("R-HOLD-1: a replacement is refused before a message goes to the new address")
    void replacement_ofWhatWasThereBefore_isRefused() {
        host.registered();
        reset();
        FlowHandle open = host.opened(MethodKind.APP_CODE);
        String mail = host.newest(open, MethodKind.EMAIL_CODE).id();
        host.stores.notifier.clear();

        assertThat(host.registration.replace(open, mail, MethodKind.EMAIL_CODE, "mallory@example.com"))
                .isEqualTo(held());
        assertThat(host.stores.notifier.messages()).isEmpty();
    }

    @Test
    @DisplayName("R-HOLD-1: a new set of recovery codes does not void the owner's old one")
    void recoveryCodes_areNotReplaced() {
        host.registered();
        FlowHandle before = host.opened(MethodKind.APP_CODE);
        Prompt shown = ((EnrolResult.Show) host.registration.enrol(before, MethodKind.RECOVERY_CODE))
                .prompt()
                .orElseThrow();
        Secret any = ((Prompt.Codes) shown).codes().get(0);
        assertThat(host.registration.confirm(before, new Response.Typed(any)))
                .isInstanceOf(ConfirmResult.Registered.class);
        host.stores.advance(Duration.ofDays(30));
        reset();

        FlowHandle open = host.opened(MethodKind.APP_CODE);
        assertThat(host.registration.enrol(open, MethodKind.RECOVERY_CODE)).isEqualTo(held());
    }

    @Test
    @DisplayName("R-HOLD-1: a default that was there before stays the default")
    void theDefault_thatWasThereBefore_stays() {
        host.registered();
        FlowHandle before = host.opened(MethodKind.APP_CODE);
        host.registration.makeDefault(
                before, host.newest(before, MethodKind.APP_CODE).id());
        reset();
        FlowHandle open = host.opened(MethodKind.APP_CODE);
        host.withPhone(open, NUMBER);

        assertThat(host.registration.makeDefault(
                        open, host.newest(open, MethodKind.SMS_CODE).id()))
                .isEqualTo(held());
        assertThat(host.newest(open, MethodKind.APP_CODE).preferred()).isTrue();
    }

    @Test
    @DisplayName(
            "R-HOLD-1: what was added in the week before the reset, or since, is removed with the reset's own proofs")
    void removal_ofWhatWasAddedLately_isStored() {
        host.registered();
        FlowHandle thief = host.opened(MethodKind.APP_CODE);
        host.withPhone(thief, NUMBER);
        host.stores.advance(Duration.ofDays(6));
        reset();
        FlowHandle open = host.opened(MethodKind.APP_CODE);
        host.withPhone(open, "+31687654321");

        assertThat(host.registration
                        .list(open)
                        .orElseThrow()
                        .hold()
                        .orElseThrow()
                        .addedLately())
                .containsExactlyInAnyOrder(
                        host.oldest(open, MethodKind.SMS_CODE).id(),
                        host.newest(open, MethodKind.SMS_CODE).id());
        assertThat(removed(open, MethodKind.SMS_CODE)).isInstanceOf(ChangeResult.Changed.class);
        assertThat(removed(open, MethodKind.SMS_CODE)).isInstanceOf(ChangeResult.Changed.class);
    }

    @Test
    @DisplayName("R-HOLD-1: a week and a second before the reset is before")
    void removal_ofWhatWasAddedAWeekAgo_isRefused() {
        host.registered();
        FlowHandle open = host.opened(MethodKind.APP_CODE);
        host.withPhone(open, NUMBER);
        host.stores.advance(Duration.ofDays(7));
        reset();

        assertThat(removed(host.opened(MethodKind.APP_CODE), MethodKind.SMS_CODE))
                .isEqualTo(held());
    }

    @Test
    @DisplayName("R-HOLD-1: a new app that took the place of an old one still carries its demand, and stays")
    void removal_thatLiftsAnOldDemand_isRefused() {
        host.registered();
        FlowHandle owner = host.opened(MethodKind.APP_CODE);
        String old = host.newest(owner, MethodKind.APP_CODE).id();
        host.stores.advance(Duration.ofMinutes(1));
        host.withApp(owner);
        host.registration.remove(owner, old);
        host.stores.advance(Duration.ofDays(3));
        reset();

        assertThat(removed(host.opened(MethodKind.APP_CODE), MethodKind.APP_CODE))
                .isEqualTo(held());
    }

    @Test
    @DisplayName("R-HOLD-1: a thief's app beside the owner's old one goes, and the demand stays")
    void removal_besideAnOldMethodOfTheKind_isStored() {
        host.registered();
        host.withApp(host.opened(MethodKind.APP_CODE));
        host.stores.advance(Duration.ofDays(3));
        reset();
        FlowHandle open = host.opened(MethodKind.APP_CODE);

        assertThat(removed(open, MethodKind.APP_CODE)).isInstanceOf(ChangeResult.Changed.class);
        assertThat(removed(open, MethodKind.APP_CODE)).isEqualTo(held());
    }

    @Test
    @DisplayName("R-HOLD-1: after 24 hours removals are as before")
    void removal_afterTheHold_isStored() {
        host.registered();
        reset();
        host.stores.advance(DAY.minus(Duration.ofMinutes(1)).minusMillis(1));
        assertThat(removed(host.opened(MethodKind.APP_CODE), MethodKind.APP_CODE))
                .isEqualTo(held());

        host.stores.advance(Duration.ofMillis(1));

        FlowHandle open = host.opened(MethodKind.APP_CODE);
        assertThat(host.registration.list(open).orElseThrow().hold()).isEmpty();
        assertThat(removed(open, MethodKind.APP_CODE)).isInstanceOf(ChangeResult.Changed.class);
    }

    @Test
    @DisplayName("R-HOLD-1: the help desk removes, and so does a sign-in with its access pass")
    void helpDesk_removes() {
        host.registered();
        host.withPhone(host.opened(MethodKind.APP_CODE), NUMBER);
        host.stores.advance(Duration.ofDays(30));
        reset();
        FlowHandle open = host.opened(MethodKind.APP_CODE);
        String app = host.newest(open, MethodKind.APP_CODE).id();

        assertThat(((HelpDeskResult.Done<AccountView>) host.desk().inspect(host.stores.help(RegistrationFixture.ALICE)))
                        .answer()
                        .heldUntil())
                .contains(resetAt.plus(DAY));
        assertThat(host.desk().removeMethod(host.stores.help(RegistrationFixture.ALICE), app))
                .isInstanceOf(HelpDeskResult.Done.class);
        assertThat(host.desk()
                        .issuePass(
                                host.stores.help(RegistrationFixture.ALICE),
                                host.stores.now,
                                Duration.ofHours(1),
                                AccessPassUse.ONCE))
                .isInstanceOf(HelpDeskResult.Done.class);
        FlowHandle withPass = host.opened(MethodKind.ACCESS_PASS);
        assertThat(removed(withPass, MethodKind.SMS_CODE)).isInstanceOf(ChangeResult.Changed.class);
    }

    @Test
    @DisplayName("R-HOLD-1: a pass that the help desk issues in the hold is not removed with the new password")
    void pass_ofTheHelpDesk_stays() {
        host.registered();
        reset();
        host.desk()
                .issuePass(
                        host.stores.help(RegistrationFixture.ALICE),
                        host.stores.now,
                        Duration.ofHours(1),
                        AccessPassUse.ONCE);

        assertThat(removed(host.opened(MethodKind.APP_CODE), MethodKind.ACCESS_PASS))
                .isEqualTo(held());
    }

    @Test
    @Tag("R-HOLD-3")
    @DisplayName("R-HOLD-3: a further reset prolongs the hold, and what was added in it stays lately added")
    void furtherReset_prolongsTheHold() {
        host.registered();
        host.withPhone(host.opened(MethodKind.APP_CODE), NUMBER);
        host.stores.advance(Duration.ofDays(7).minusHours(1));
        reset();
        Instant first = resetAt;
        host.stores.advance(Duration.ofHours(20));
        reset();
        FlowHandle open = host.opened(MethodKind.APP_CODE);

        assertThat(removed(open, MethodKind.APP_CODE)).isEqualTo(held());
        assertThat(resetAt).isAfter(first);
        assertThat(host.registration
                        .list(open)
                        .orElseThrow()
                        .hold()
                        .orElseThrow()
                        .until())
                .isEqualTo(resetAt.plus(DAY));
        assertThat(removed(open, MethodKind.SMS_CODE))
                .as("a week before the first reset")
                .isInstanceOf(ChangeResult.Changed.class);
    }

    @Test
    @DisplayName("R-HOLD-1: without a hold, by name, removals are as they were")
    void noHold_byName() {
        HoldFixture without = new HoldFixture(policy -> policy.reset(reset -> reset.noHoldAfterReset()));
        without.registered().reset();
        FlowHandle open = without.opened(MethodKind.APP_CODE);
        RegisteredMethodView app = without.newest(open, MethodKind.APP_CODE);

        assertThat(without.registration.list(open).orElseThrow().hold()).isEmpty();
        assertThat(without.registration.remove(open, app.id())).isInstanceOf(ChangeResult.Changed.class);
    }
}
