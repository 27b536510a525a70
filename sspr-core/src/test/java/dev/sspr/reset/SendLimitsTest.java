package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.ResetFixture;
import dev.sspr.fixture.TestClock;
import dev.sspr.fixture.TestLimits;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refused;
import dev.sspr.flow.SendResult;
import dev.sspr.flow.StartResult;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.policy.ResetPolicy;
import dev.sspr.policy.ResetPolicy.MethodRule;
import dev.sspr.policy.ResetPolicy.Use;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.memory.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How many messages a mailbox or a line gets, and how many resets a name. */
class SendLimitsTest {
    private static final FlowContext HERE = FlowContext.of(Locale.ENGLISH);

    private final TestLimits testLimits = new TestLimits();
    private final ResetFixture fixture = new ResetFixture();

    private int sentEvery(Duration pause, int times, String... names) {
        fixture.limits = testLimits.limits();
        ResetFlow reset = fixture.reset();
        int before = fixture.notifier.messages().size();
        for (int i = 0; i < times; i++) {
            for (String name : names) {
                reset.start(name, HERE);
                fixture.executor.runAll();
            }
            fixture.clock.advance(pause);
        }
        return fixture.notifier.messages().size() - before;
    }

    private void byPhone() {
        fixture.policy = ResetPolicy.standard()
                .methods(List.of(new MethodRule(MethodKind.SMS_CODE, Use.ALONE_RISK_ACKNOWLEDGED)));
    }

    @Test
    @Tag("R-RATE-9")
    @Tag("V-FLOOD-1")
    void mails_withinAMinute_areOne() {
        fixture.withAlice();
        assertThat(sentEvery(Duration.ofSeconds(6), 10, "alice")).isOne();
        assertThat(fixture.audit.events())
                .filteredOn(event -> event.type() == AuditType.CHALLENGE_SENT)
                .filteredOn(event -> event.outcome() == AuditEvent.Outcome.FAILURE)
                .hasSize(9)
                .allMatch(event -> "budget".equals(event.attributes().get("result")));
    }

    @Test
    @Tag("R-RATE-9")
    @Tag("V-FLOOD-2")
    void mails_withinAnHour_areFive() {
        fixture.withAlice();
        assertThat(sentEvery(Duration.ofMinutes(5), 10, "alice")).isEqualTo(5);
    }

    @Test
    @Tag("R-RATE-9")
    void mails_withinADay_areFiveAtOnceAndFiveSpread() {
        testLimits.startsPerName = 20;
        testLimits.mailsPerHour = 20;
        fixture.withAlice();
        assertThat(sentEvery(Duration.ofMinutes(2), 10, "alice")).as("at once").isEqualTo(6);
        fixture.clock.advance(Duration.ofHours(4));
        assertThat(sentEvery(Duration.ofHours(1), 20, "alice")).as("spread").isEqualTo(4);
    }

    @Test
    @Tag("R-RATE-9")
    void texts_toOneNumberOfTwoAccounts_areCountedTogether() {
        byPhone();
        fixture.with("one", AccountStatus.ACTIVE, Account.Privilege.ORDINARY, ResetFixture.PHONE);
        fixture.with("two", AccountStatus.ACTIVE, Account.Privilege.ORDINARY, ResetFixture.PHONE);

        assertThat(sentEvery(Duration.ofMinutes(1), 5, "one", "two")).isEqualTo(3);
        fixture.clock.advance(Duration.ofHours(1));
        assertThat(sentEvery(Duration.ofMinutes(25), 4, "one", "two"))
                .as("three at once and two spread over the day")
                .isOne();
    }

    @Test
    @Tag("R-RATE-9")
    void resend_withinAFlow_keepsTheGap() {
        fixture.withAlice();
        ResetFlow reset = fixture.reset();
        FlowHandle handle = fixture.started(reset, "alice");
        Instant next = TestClock.START.plusSeconds(60);

        assertThat(reset.resend(handle)).isEqualTo(Refused.until(next));
        fixture.clock.set(next.minusMillis(1));
        assertThat(reset.resend(handle)).isEqualTo(Refused.until(next));
        fixture.clock.set(next);
        assertThat(reset.resend(handle)).isEqualTo(new SendResult.Asked(next.plusSeconds(60)));
        fixture.executor.runAll();
        assertThat(fixture.notifier.messages()).hasSize(2);
    }

    @Test
    @Tag("R-ENUM-5")
    @Tag("V-ENUM-3")
    void starts_ofKnownAndUnknownNames_areRefusedAtTheSameCountUntilTheSameTime() {
        fixture.withAlice();
        ResetFlow reset = fixture.reset();
        List<List<Refused>> refusals = new ArrayList<>();
        for (String name : List.of("alice", "nobody")) {
            List<Refused> own = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                if (reset.start(name, HERE) instanceof Refused refused) {
                    own.add(refused);
                }
                fixture.executor.runAll();
            }
            refusals.add(own);
        }

        assertThat(refusals.get(0))
                .as("ten, and one in each gap")
                .hasSize(1)
                .containsOnly(Refused.until(TestClock.START.plus(Duration.ofMinutes(15))));
        assertThat(refusals.get(1)).isEqualTo(refusals.get(0));
    }

    @Test
    @Tag("R-ENUM-5")
    void starts_underAnotherSpelling_areTheSameName() {
        fixture.withAlice();
        ResetFlow reset = fixture.reset();
        for (int i = 0; i < 11; i++) {
            reset.start(i % 2 == 0 ? "ALICE" : "\uff41lice", HERE);
        }

        assertThat(reset.start("alice", HERE)).isInstanceOf(Refused.class);
    }

    @Test
    @Tag("R-RATE-6")
    void starts_fromOneSource_areTwentyAnHour() {
        ResetFlow reset = fixture.reset();
        FlowContext there = FlowContext.of(Locale.ENGLISH, "192.0.2.0/24");
        for (int i = 0; i < 20; i++) {
            assertThat(reset.start("name" + i, there)).isInstanceOf(StartResult.Started.class);
        }

        assertThat(reset.start("name20", there)).isEqualTo(Refused.until(TestClock.START.plus(Duration.ofHours(1))));
        assertThat(reset.start("name20", HERE)).isInstanceOf(StartResult.Started.class);
    }

    @Test
    @Tag("R-RATE-11")
    @Tag("V-LOCK-1")
    void attack_onAnAccount_changesNothingOfIt() {
        List<UserStore.PasswordWrite> writes = new ArrayList<>();
        fixture.withAlice().through(call -> {
            Object answer = call.go();
            if (answer instanceof UserStore.PasswordWrite write) {
                writes.add(write);
            }
            return answer;
        });
        ResetFlow reset = fixture.reset();
        var before = fixture.users.load(ResetFixture.ALICE_ID);
        for (int i = 0; i < 10; i++) {
            FlowHandle handle = fixture.started(reset, "alice");
            for (int guess = 0; guess < 6; guess++) {
                reset.answer(handle, Secret.of("AAAAAAAAAA"));
            }
        }

        assertThat(writes).isEmpty();
        assertThat(fixture.users.load(ResetFixture.ALICE_ID)).isEqualTo(before);
        assertThat(fixture.users.signsIn(ResetFixture.ALICE, ResetFixture.OLD)).isEqualTo(SignIn.SIGNED_IN);
    }
}
