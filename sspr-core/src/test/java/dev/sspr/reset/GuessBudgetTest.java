package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.ResetFixture;
import dev.sspr.fixture.TestLimits;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.StartResult;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.policy.CodePolicy;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import dev.sspr.spi.kit.Race;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often a verifier is asked, at most. */
class GuessBudgetTest {
    private static final Secret WRONG = Secret.of("AAAAAAAAAA");

    private final TestLimits testLimits = new TestLimits();
    private final AtomicInteger asked = new AtomicInteger();
    private final ResetFixture fixture = new ResetFixture().through(call -> {
        if (call.is("MfaVerifier.check")) {
            asked.incrementAndGet();
        }
        return call.go();
    });

    private ResetFlow reset() {
        fixture.limits = testLimits.limits();
        return fixture.reset();
    }

    /** One account with many names, so that no budget of starts stands in the way. */
    private void withAliases(int names) {
        LoginName[] logins = new LoginName[names];
        for (int i = 0; i < names; i++) {
            logins[i] = new LoginName("alice" + i);
        }
        fixture.users.add(
                new Account(
                        ResetFixture.ALICE_ID,
                        AccountStatus.ACTIVE,
                        Account.Privilege.ORDINARY,
                        Generation.of(1),
                        Optional.empty(),
                        List.of(ResetFixture.MAIL),
                        List.of()),
                ResetFixture.OLD,
                logins);
    }

    @Test
    @Tag("R-RATE-1")
    @Tag("R-RATE-4")
    @Tag("V-RACE-2")
    void guesses_64AtOnceInOneFlow_askTheVerifierFiveTimes() {
        ResetFlow reset = reset();
        fixture.withAlice();
        FlowHandle handle = fixture.started(reset, "alice");

        List<AnswerResult> results = Race.run(i -> reset.answer(handle, WRONG));

        assertThat(asked).hasValue(5);
        assertThat(results).filteredOn(AnswerResult.NotProven.class::isInstance).hasSize(5);
        assertThat(results)
                .filteredOn(Refused.of(Refusal.TOO_MANY_TRIES)::equals)
                .hasSize(59);
    }

    @Test
    @Tag("R-RATE-2")
    @Tag("R-RATE-4")
    @Tag("V-RATE-13")
    void guesses_atOnceIn64FlowsOfOneAccount_askTheVerifierTenTimes() {
        ResetFlow reset = reset();
        withAliases(64);
        List<FlowHandle> handles = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            handles.add(fixture.started(reset, "alice" + i));
        }

        List<AnswerResult> results = Race.run(i -> reset.answer(handles.get(i), WRONG));

        assertThat(asked).hasValue(10);
        assertThat(results)
                .as("a full budget looks like a wrong code")
                .allMatch(AnswerResult.NotProven.class::isInstance);
    }

    @Test
    @Tag("R-RATE-2")
    @Tag("R-RATE-6")
    @Tag("V-RATE-8")
    @Tag("V-RATE-10")
    void guesses_fromAnotherSourceEachTime_areCountedOnTheAccount() {
        testLimits.startsPerName = 20;
        ResetFlow reset = reset();
        fixture.withAlice();
        for (int i = 0; i < 12; i++) {
            FlowContext from = FlowContext.of(Locale.ENGLISH, "10.0.0." + i);
            FlowHandle handle = ((StartResult.Started) reset.start("alice", from)).handle();
            fixture.executor.runAll();
            reset.answer(handle, WRONG);
        }

        assertThat(asked).hasValue(10);
    }

    @Test
    @Tag("R-RATE-2")
    void guesses_aDayLater_areLookedAtAgain() {
        testLimits.guessesPerDay = 1;
        ResetFlow reset = reset();
        fixture.withAlice();
        FlowHandle first = fixture.started(reset, "alice");
        reset.answer(first, WRONG);
        reset.answer(first, fixture.codeTo(ResetFixture.MAIL));
        assertThat(asked).as("the second is not compared").hasValue(1);

        fixture.clock.advance(Duration.ofHours(24));
        FlowHandle second = fixture.started(reset, "alice");

        assertThat(reset.answer(second, fixture.codeTo(ResetFixture.MAIL))).isEqualTo(new AnswerResult.Proven());
    }

    @Test
    @Tag("R-RATE-3")
    @Tag("V-RATE-5")
    void guesses_fiftyInARowOverWeeks_endTheUseOfTheMethod() {
        ResetFlow reset = reset();
        fixture.withAlice();
        for (int day = 0; day < 10; day++) {
            for (int flow = 0; flow < 2; flow++) {
                FlowHandle handle = fixture.started(reset, "alice");
                for (int i = 0; i < 5; i++) {
                    reset.answer(handle, WRONG);
                }
            }
            fixture.clock.advance(Duration.ofHours(25));
        }
        assertThat(asked).hasValue(50);

        FlowHandle handle = fixture.started(reset, "alice");
        AnswerResult right = reset.answer(handle, fixture.codeTo(ResetFixture.MAIL));

        assertThat(right).isEqualTo(new AnswerResult.NotProven(4));
        assertThat(asked).hasValue(50);
    }

    @Test
    @Tag("R-RATE-3")
    void guesses_afterARightOne_areCountedAnew() {
        testLimits.guessesInARow = 6;
        ResetFlow reset = reset();
        fixture.withAlice();
        for (int day = 0; day < 3; day++) {
            FlowHandle handle = fixture.started(reset, "alice");
            for (int i = 0; i < 4; i++) {
                reset.answer(handle, WRONG);
            }
            assertThat(reset.answer(handle, fixture.codeTo(ResetFixture.MAIL))).isEqualTo(new AnswerResult.Proven());
            fixture.clock.advance(Duration.ofHours(25));
        }
    }

    @Test
    @Tag("R-RATE-5")
    void tenantBudget_usedUp_refusesTypedCodesAndTakesLinks() {
        fixture.codes = CodePolicy.standard().mailCharacters(6);
        testLimits.guessesPerTenant = 3;
        ResetFlow reset = reset();
        fixture.withAlice();
        Destination other = new Destination("m2", Channel.EMAIL, "bob@example.org");
        fixture.with("bob", AccountStatus.ACTIVE, Account.Privilege.ORDINARY, other);
        FlowHandle bobs = fixture.started(reset, "bob");
        for (int i = 0; i < 3; i++) {
            reset.answer(bobs, WRONG);
        }
        FlowHandle handle = fixture.started(reset, "alice");

        AnswerResult typed = reset.answer(handle, fixture.codeTo(ResetFixture.MAIL));
        AnswerResult link = reset.answerLink(handle, fixture.linkTo(ResetFixture.MAIL));

        assertThat(typed).isEqualTo(new AnswerResult.NotProven(4));
        assertThat(link).isEqualTo(new AnswerResult.Proven());
        assertThat(asked).as("three typed codes and a link").hasValue(4);
    }

    @Test
    @Tag("R-OTP-3")
    @Tag("V-RATE-13")
    void resend_ofANewCode_givesNoTriesBack() {
        ResetFlow reset = reset();
        fixture.withAlice();
        FlowHandle handle = fixture.started(reset, "alice");
        Secret first = fixture.codeTo(ResetFixture.MAIL);
        for (int i = 0; i < 4; i++) {
            reset.answer(handle, WRONG);
        }
        fixture.clock.advance(Duration.ofMinutes(6));
        reset.resend(handle);
        fixture.executor.runAll();

        assertThat(fixture.codeTo(ResetFixture.MAIL)).isNotEqualTo(first);
        assertThat(reset.answer(handle, first)).isEqualTo(new AnswerResult.NotProven(0));
        assertThat(reset.answer(handle, fixture.codeTo(ResetFixture.MAIL)))
                .isEqualTo(Refused.of(Refusal.TOO_MANY_TRIES));
    }
}
