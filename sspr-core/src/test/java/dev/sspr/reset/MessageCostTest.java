package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.Sspr;
import dev.sspr.fixture.NodeFixture;
import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.StartResult;
import dev.sspr.policy.RecoveryPolicy;
import dev.sspr.policy.ResetPolicy.MethodRule;
import dev.sspr.policy.ResetPolicy.Use;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Notifier;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What strangers and users can make the host pay for messages. */
@Tag("F2-S12")
class MessageCostTest {
    private static final FlowContext HERE = FlowContext.of(Locale.ENGLISH);
    private static final Destination PHONE = new Destination("p1", Channel.SMS, "+31612345678");
    private static final Destination SATELLITE = new Destination("p2", Channel.SMS, "+88216123456");

    private final NodeFixture host = new NodeFixture();

    private long to(Destination destination) {
        return host.notifier.messages().stream()
                .filter(message -> message.to().equals(destination))
                .count();
    }

    private Sspr recovering(RecoveryPolicy policy) {
        return host.node(SsprPolicy.standard(), builder -> builder.recovery(policy));
    }

    private static RecoveryPolicy alone() {
        return RecoveryPolicy.careful().approval(RecoveryPolicy.Approval.NOT_NEEDED);
    }

    @Test
    @Tag("R-RATE-9")
    @DisplayName("F2-S12: a stranger's recoveries of a day cost five texts to a phone, and each text is sent once")
    void recoveries_ofAStranger_costFiveTexts() {
        host.users.setDestinations(NodeFixture.ALICE, List.of(NodeFixture.MAIL, PHONE));
        host.notifier.answerWith(message -> message.to().equals(NodeFixture.MAIL)
                ? new Notifier.Delivery.TryLater(Duration.ofMinutes(10))
                : new Notifier.Delivery.Accepted());
        Sspr sspr = recovering(alone());
        for (int i = 0; i < 42; i++) {
            sspr.accountRecovery().start("alice", HERE);
            host.later(Duration.ofMinutes(10));
            sspr.sweep();
        }

        assertThat(to(PHONE)).isBetween(1L, 5L);
    }

    @Test
    @Tag("F2-S13")
    @DisplayName("F2-S13: an address whose server always defers holds no recovery up")
    void recovery_withADeferringAddress_isCompleted() {
        host.notifier.answerWith(message -> message.to().equals(NodeFixture.OTHER_MAIL)
                ? new Notifier.Delivery.TryLater(Duration.ofMinutes(5))
                : new Notifier.Delivery.Accepted());
        Sspr sspr = recovering(alone());
        FlowHandle handle = ((StartResult.Started) sspr.accountRecovery().start("alice", HERE)).handle();
        for (int hour = 0; hour < 24 * 4 && !host.signsIn(NodeFixture.NEW); hour++) {
            host.later(Duration.ofHours(1));
            sspr.sweep();
            sspr.accountRecovery().complete(handle, NodeFixture.NEW);
        }

        assertThat(sspr.accountRecovery().complete(handle, NodeFixture.NEW)).isInstanceOf(CompleteResult.Done.class);
        assertThat(host.signsIn(NodeFixture.NEW)).isTrue();
    }

    @Test
    @Tag("R-RATE-9")
    @Tag("V-FLOOD-3")
    @DisplayName("F2-S12: one account registers at most ten numbers by text in any 24 hours")
    void registration_ofThirtyNumbers_sendsTenTexts() {
        RegistrationFixture registering = new RegistrationFixture();
        FlowHandle handle = registering.opened();
        for (int i = 0; i < 30; i++) {
            if (i % 8 == 7) {
                handle = registering.opened();
            }
            registering.registration.enrol(handle, MethodKind.SMS_CODE, "+316123456" + (10 + i));
            registering.advance(Duration.ofSeconds(80));
        }

        assertThat(registering.notifier.messages())
                .filteredOn(message -> message.to().channel() == Channel.SMS)
                .hasSizeBetween(1, 10);
    }

    @Test
    @Tag("R-RATE-10")
    @DisplayName("F2-S12: a number of the user store gets messages only in the ranges that a typed one may have")
    void storeNumber_outsideTheRanges_getsNothing() {
        host.users.setDestinations(NodeFixture.ALICE, List.of(SATELLITE, PHONE));
        SsprPolicy policy = SsprPolicy.standard()
                .reset(reset ->
                        reset.methods(List.of(new MethodRule(MethodKind.SMS_CODE, Use.ALONE_RISK_ACKNOWLEDGED))));
        Sspr sspr = host.node(policy, builder -> builder.recovery(alone()));
        sspr.passwordReset().start("alice", HERE);
        sspr.accountRecovery().start("alice", HERE);
        assertThat(to(SATELLITE)).isZero();
        assertThat(to(PHONE)).as("a code and a notice").isEqualTo(2);

        host.later(Duration.ofDays(2));
        host.notifier.clear();
        Sspr belgian = host.node(
                policy.registration(registration -> registration.callingCodes(Set.of("32"))), builder -> builder);
        belgian.passwordReset().start("alice", HERE);
        assertThat(host.notifier.messages()).isEmpty();
    }

    @Test
    @Tag("R-RATE-10")
    @DisplayName("F2-S12: the texts of the tenant to one range of numbers are limited")
    void texts_toOneRange_areLimited() {
        host.users.setDestinations(NodeFixture.ALICE, List.of(PHONE));
        SsprPolicy policy = SsprPolicy.standard()
                .limits(limits -> limits.textsPerPrefixPerDay(1))
                .reset(reset ->
                        reset.methods(List.of(new MethodRule(MethodKind.SMS_CODE, Use.ALONE_RISK_ACKNOWLEDGED))));
        Sspr sspr = host.node(policy, builder -> builder);
        sspr.passwordReset().start("alice", HERE);
        host.later(Duration.ofMinutes(2));
        sspr.passwordReset().start("alice", HERE);

        assertThat(to(PHONE)).isOne();
    }
}
