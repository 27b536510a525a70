package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.ResetFixture;
import dev.sspr.fixture.WatchedUsers;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.StartResult;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.policy.CodePolicy;
import dev.sspr.policy.Limits;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What strangers do to budgets and queues does not keep an owner from a reset. */
@Tag("R-RATE-12")
class AttackerBudgetsTest {
    private static final Secret WRONG = Secret.of("AAAAAAAAAA");

    private static final Destination BOBS = new Destination("m2", Channel.EMAIL, "bob@example.org");

    private final ResetFixture fixture = new ResetFixture().withAlice();

    private void guessWrong(ResetFlow reset, String name) {
        FlowHandle handle = fixture.started(reset, name);
        for (int guess = 0; guess < 5; guess++) {
            reset.answer(handle, WRONG);
        }
    }

    @Test
    @Tag("R-RATE-5")
    void tenantBudget_underAThousandGuessesOfStrangers_staysOpen() {
        ResetFlow reset = fixture.reset();
        for (int i = 0; i < 250; i++) {
            guessWrong(reset, "stranger" + i);
        }

        FlowHandle handle = fixture.started(reset, "alice");
        assertThat(reset.answer(handle, fixture.codeTo(ResetFixture.MAIL))).isEqualTo(new AnswerResult.Proven());
    }

    @Test
    @Tag("R-RATE-3")
    void guessesInARow_usedUpByStrangers_leaveTheLinkAndANewAddress() {
        ResetFlow reset = fixture.reset();
        for (int day = 0; day < 6; day++) {
            guessWrong(reset, "alice");
            fixture.clock.advance(Duration.ofMinutes(2));
            guessWrong(reset, "alice");
            fixture.clock.advance(Duration.ofHours(25));
        }
        FlowHandle handle = fixture.started(reset, "alice");
        AnswerResult typed = reset.answer(handle, fixture.codeTo(ResetFixture.MAIL));
        Secret link =
                ResetFixture.token(fixture.content(ResetFixture.MAIL).link().orElseThrow());
        AnswerResult byLink = reset.answerLink(handle, link);
        fixture.clock.advance(Duration.ofMinutes(2));
        Destination other = new Destination("m2", Channel.EMAIL, "new@example.org");
        fixture.users.setDestinations(ResetFixture.ALICE_ID, List.of(other));
        FlowHandle next = fixture.started(reset, "alice");

        assertThat(typed).isEqualTo(new AnswerResult.NotProven(4));
        assertThat(byLink).isEqualTo(new AnswerResult.Proven());
        assertThat(reset.answer(next, fixture.codeTo(other))).isEqualTo(new AnswerResult.Proven());
    }

    @Test
    void guess_refusedByAFullBudget_isChargedNowhere() {
        fixture.codes = CodePolicy.standard().mailCharacters(6);
        fixture.limits = Limits.standard().guessesInARow(8).guessesPerTenantPerDay(1);
        fixture.with("bob", AccountStatus.ACTIVE, Account.Privilege.ORDINARY, BOBS);
        ResetFlow reset = fixture.reset();
        reset.answer(fixture.started(reset, "bob"), WRONG);
        for (int flow = 0; flow < 2; flow++) {
            FlowHandle handle = fixture.started(reset, "alice");
            for (int guess = 0; guess < 5; guess++) {
                assertThat(reset.answer(handle, fixture.codeTo(ResetFixture.MAIL)))
                        .isInstanceOf(AnswerResult.NotProven.class);
            }
            fixture.clock.advance(Duration.ofMinutes(2));
        }
        fixture.clock.advance(Duration.ofDays(3));

        FlowHandle handle = fixture.started(reset, "alice");
        assertThat(reset.answer(handle, fixture.codeTo(ResetFixture.MAIL))).isEqualTo(new AnswerResult.Proven());
    }

    @Test
    @Tag("R-INJ-3")
    void start_withAHugeLocale_keepsTheLanguageOnly() {
        StringBuilder tag = new StringBuilder("nl-NL-x");
        while (tag.length() < 5000) {
            tag.append("-abcdefgh");
        }
        ResetFlow reset = fixture.reset();

        StartResult result = reset.start("alice", FlowContext.of(Locale.forLanguageTag(tag.toString())));
        fixture.executor.runAll();

        assertThat(result).isInstanceOf(StartResult.Started.class);
        assertThat(fixture.notifier.lastTo(ResetFixture.MAIL).orElseThrow().locale())
                .isEqualTo(Locale.forLanguageTag("nl"));
    }

    @Test
    void sweep_behindManyFlowsThatCannotGoOn_stillReachesTheRest() {
        WatchedUsers users = new WatchedUsers(fixture.users);
        fixture.usersPlug = users;
        ResetFlow reset = fixture.reset();
        for (int i = 0; i < 450; i++) {
            reset.start("stranger" + i, FlowContext.of(Locale.ENGLISH));
        }
        fixture.executor.drop();
        fixture.clock.advance(Duration.ofSeconds(31));
        FlowHandle handle = fixture.started(reset, "alice");
        reset.answer(handle, fixture.codeTo(ResetFixture.MAIL));
        reset.complete(handle, ResetFixture.NEW);
        fixture.executor.drop();
        users.beforeFind = () -> {
            throw new BackendUnavailableException("these flows never go on");
        };
        for (int i = 0; i < 6; i++) {
            fixture.clock.advance(Duration.ofSeconds(31));
            reset.sweep();
        }

        assertThat(fixture.audit.events()).extracting(AuditEvent::type).contains(AuditType.COMPLETED);
    }
}
