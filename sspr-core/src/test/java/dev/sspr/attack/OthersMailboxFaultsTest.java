package dev.sspr.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.BeginResult;
import dev.sspr.flow.EnrolResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.Refused;
import dev.sspr.policy.Limits;
import dev.sspr.register.SignInEvidence;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signed-in users who name the mailbox of another user as their own, in order to use up its messages. */
@Tag("V-LOCK-2")
@Tag("R-RATE-12")
class OthersMailboxFaultsTest {
    private static final FlowContext HERE = FlowContext.of(Locale.ENGLISH);
    private static final String MAIL = "alice@example.net";
    private static final Duration PACE = Duration.ofMinutes(2);
    private static final int ATTACKERS = 4;

    private final RegistrationFixture host = new RegistrationFixture();
    private Instant next = RegistrationFixture.START;

    OthersMailboxFaultsTest() {
        host.withAddress(host.opened(), MethodKind.EMAIL_CODE, MAIL);
        for (int i = 0; i < ATTACKERS; i++) {
            host.add("mallory" + i, new Destination("m1", Channel.EMAIL, "mallory" + i + "@example.com"));
        }
        host.notifier.clear();
    }

    /** The attackers ask for a code to the owner's mailbox as soon as the last answer said that it is possible again. */
    private void attack() {
        host.advance(PACE);
        for (int i = 0; i < ATTACKERS && !host.now.isBefore(next); i++) {
            SignInEvidence signIn = new SignInEvidence(
                    new UserId("u-mallory" + i), "mallory", host.now, Set.of(), RegistrationFixture.START);
            if (host.registration.begin(signIn, HERE) instanceof BeginResult.Started started) {
                EnrolResult sent = host.registration.enrol(started.handle(), MethodKind.EMAIL_CODE, MAIL);
                next = sent instanceof Refused refused ? refused.retryAt().orElse(next) : next;
            }
        }
    }

    private boolean ownerGetsACode() {
        host.notifier.clear();
        host.reset("alice");
        return host.notifier
                .lastTo(MAIL)
                .filter(message -> message.content() instanceof MessageContent.ResetCode)
                .isPresent();
    }

    @Test
    @DisplayName("V-LOCK-2: users who register the owner's mailbox all day do not use up the owner's codes")
    void mailbox_enrolledByOthersAllDay_stillGetsItsOwnersCodes() {
        for (Duration time = Duration.ZERO; time.toHours() < 24; time = time.plus(PACE)) {
            attack();
        }
        assertThat(host.notifier.messages())
                .as("the attackers' codes in the owner's mailbox are limited")
                .hasSizeBetween(2, Limits.standard().mailsPerDay());

        int tries = 1;
        while (!ownerGetsACode() && tries < 12) {
            tries++;
            for (int i = 0; i < 15; i++) {
                attack();
            }
        }
        assertThat(tries).as("starts of the owner, half an hour apart").isLessThan(12);
    }
}
