package dev.sspr.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.Sspr;
import dev.sspr.fixture.NodeFixture;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refused;
import dev.sspr.flow.StartResult;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.Message;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever strangers do within their budgets for a week, an owner who reads the mailbox resets within 12 actions. */
@Tag("F2-S2")
@Tag("R-RATE-12")
class OwnerUnderAttackTest {
    private static final int ACTIONS = 12;
    private static final int DAYS = 7;
    /** How often the strangers act; faster than any gap of the limits. */
    private static final Duration PACE = Duration.ofMinutes(5);

    private final NodeFixture host = new NodeFixture();
    private Sspr sspr = host.node();
    private int seen;

    private static OwnerUnderAttackTest under(SsprPolicy policy) {
        OwnerUnderAttackTest attack = new OwnerUnderAttackTest();
        attack.sspr = attack.host.node(policy, builder -> builder);
        return attack;
    }

    /** Strangers start all that they can and type junk into it. */
    private void strangers() {
        for (int i = 0; i < 3; i++) {
            if (sspr.passwordReset().start("alice", FlowContext.of(Locale.ENGLISH))
                    instanceof StartResult.Started started) {
                for (int guess = 0; guess < 5; guess++) {
                    sspr.passwordReset().answer(started.handle(), Secret.of("AAAAAAAAAA"));
                }
            }
        }
    }

    private void passes(Duration time) {
        for (Instant end = host.now.get().plus(time); host.now.get().isBefore(end); ) {
            strangers();
            host.later(PACE);
        }
    }

    private Optional<MessageContent.ResetCode> newMail() {
        List<Message> all = host.notifier.messages();
        List<Message> fresh = all.subList(seen, all.size());
        seen = all.size();
        return fresh.stream()
                .filter(message -> message.expiresAt().isAfter(host.now.get()))
                .map(Message::content)
                .filter(MessageContent.ResetCode.class::isInstance)
                .map(MessageContent.ResetCode.class::cast)
                .reduce((first, second) -> second);
    }

    /** Returns the actions that the owner needed: a start, a wait of at most half an hour, a message that is opened. */
    private Optional<Integer> resets() {
        seen = host.notifier.messages().size();
        for (int action = 1; action <= ACTIONS; action++) {
            StartResult start = sspr.passwordReset().start("alice", FlowContext.of(Locale.ENGLISH, "home"));
            if (start instanceof StartResult.Started own && sets(own.handle(), newMail())) {
                return Optional.of(action);
            }
            Optional<Integer> by = watched(action, start);
            if (by.isPresent()) {
                return by;
            }
        }
        return Optional.empty();
    }

    /** Waits for the end of a gap or for the next message, whichever is first. */
    private Optional<Integer> watched(int action, StartResult start) {
        Instant enough = host.now.get().plus(Duration.ofMinutes(30));
        Instant until = start instanceof Refused refused
                        && refused.retryAt().orElseThrow().isBefore(enough)
                ? refused.retryAt().orElseThrow()
                : enough;
        while (host.now.get().isBefore(until)) {
            passes(PACE);
            Optional<MessageContent.ResetCode> mail = newMail();
            if (mail.isPresent() && byLink(mail.get())) {
                return Optional.of(action + 1);
            }
        }
        return Optional.empty();
    }

    private boolean sets(FlowHandle handle, Optional<MessageContent.ResetCode> mail) {
        return mail.filter(one -> sspr.passwordReset().answer(handle, one.code()) instanceof AnswerResult.Proven)
                .filter(one -> sspr.passwordReset().complete(handle, NodeFixture.NEW) instanceof CompleteResult.Done)
                .isPresent();
    }

    private boolean byLink(MessageContent.ResetCode mail) {
        AnswerResult moved =
                sspr.passwordReset().continueHere(NodeFixture.token(mail.link().orElseThrow()));
        return moved instanceof AnswerResult.Moved here
                && sspr.passwordReset().complete(here.handle(), NodeFixture.NEW) instanceof CompleteResult.Done;
    }

    @Test
    @DisplayName("F2-S2: after each day of a week of attacks an owner resets within 12 actions")
    void owner_onEachDayOfAWeek_resetsWithin12Actions() {
        for (int day = 0; day <= DAYS; day++) {
            OwnerUnderAttackTest attack = new OwnerUnderAttackTest();
            attack.passes(Duration.ofDays(day).plusHours(3));

            assertThat(attack.resets()).as("day %d", day).isPresent();
        }
    }

    @Test
    @DisplayName("F2-S2: without the parts of the budgets that are spread over the day the owner is shut out")
    void owner_withoutTheSpreadParts_isShutOut() {
        OwnerUnderAttackTest attack = under(
                SsprPolicy.standard().limits(limits -> limits.mailsPerDay(1).startGap(Duration.ofHours(24))));
        attack.passes(Duration.ofDays(1).plusHours(3));

        assertThat(attack.resets()).isEmpty();
    }
}
