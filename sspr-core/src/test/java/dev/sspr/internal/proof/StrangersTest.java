package dev.sspr.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CodePolicy;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Limits;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.StartResult;
import dev.sspr.reset.PasswordReset;
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
class StrangersTest {
    private static final Secret WRONG = Secret.of("AAAAAAAAAA");

    private final World world = new World().withAlice();

    private void guessWrong(PasswordReset reset, String name) {
        FlowHandle handle = world.started(reset, name);
        for (int guess = 0; guess < 5; guess++) {
            reset.answer(handle, WRONG);
        }
    }

    @Test
    @Tag("R-RATE-5")
    void tenantBudget_underAThousandGuessesOfStrangers_staysOpen() {
        PasswordReset reset = world.reset();
        for (int i = 0; i < 250; i++) {
            guessWrong(reset, "stranger" + i);
        }

        FlowHandle handle = world.started(reset, "alice");
        assertThat(reset.answer(handle, world.codeTo(World.MAIL))).isEqualTo(new AnswerResult.Proven());
    }

    @Test
    @Tag("R-RATE-3")
    void guessesInARow_usedUpByStrangers_leaveTheLinkAndANewAddress() {
        PasswordReset reset = world.reset();
        for (int day = 0; day < 6; day++) {
            guessWrong(reset, "alice");
            world.clock.advance(Duration.ofMinutes(2));
            guessWrong(reset, "alice");
            world.clock.advance(Duration.ofHours(25));
        }
        FlowHandle handle = world.started(reset, "alice");
        AnswerResult typed = reset.answer(handle, world.codeTo(World.MAIL));
        Secret link = World.token(world.content(World.MAIL).link().orElseThrow());
        AnswerResult byLink = reset.answerLink(handle, link);
        world.clock.advance(Duration.ofMinutes(2));
        Destination other = new Destination("m2", Channel.EMAIL, "new@example.org");
        world.users.setDestinations(World.ALICE_ID, List.of(other));
        FlowHandle next = world.started(reset, "alice");

        assertThat(((Refused) typed).reason()).isEqualTo(Refusal.TRY_LATER);
        assertThat(byLink).isEqualTo(new AnswerResult.Proven());
        assertThat(reset.answer(next, world.codeTo(other))).isEqualTo(new AnswerResult.Proven());
    }

    @Test
    void guess_refusedByAFullBudget_isChargedNowhere() {
        world.codes = new CodePolicy(6, 8, Duration.ofMinutes(10), Duration.ofMinutes(5));
        world.limits = new Limits(5, 10, 8, 1, 10, 20, Duration.ofSeconds(60), 5, 10, 3, 5);
        PasswordReset reset = world.reset();
        reset.answer(world.started(reset, "stranger"), WRONG);
        for (int flow = 0; flow < 2; flow++) {
            FlowHandle handle = world.started(reset, "alice");
            for (int guess = 0; guess < 5; guess++) {
                assertThat(reset.answer(handle, world.codeTo(World.MAIL))).isInstanceOf(Refused.class);
            }
            world.clock.advance(Duration.ofMinutes(2));
        }
        world.clock.advance(Duration.ofDays(3));

        FlowHandle handle = world.started(reset, "alice");
        assertThat(reset.answer(handle, world.codeTo(World.MAIL))).isEqualTo(new AnswerResult.Proven());
    }

    @Test
    @Tag("R-INJ-3")
    void start_withAHugeLocale_keepsTheLanguageOnly() {
        StringBuilder tag = new StringBuilder("nl-NL-x");
        while (tag.length() < 5000) {
            tag.append("-abcdefgh");
        }
        PasswordReset reset = world.reset();

        StartResult result = reset.start("alice", FlowContext.of(Locale.forLanguageTag(tag.toString())));
        world.executor.runAll();

        assertThat(result).isInstanceOf(StartResult.Started.class);
        assertThat(world.notifier.lastTo(World.MAIL).orElseThrow().locale()).isEqualTo(Locale.forLanguageTag("nl-NL"));
    }

    @Test
    void sweep_behindManyFlowsThatCannotGoOn_stillReachesTheRest() {
        WatchedUsers users = new WatchedUsers(world.users);
        world.usersPlug = users;
        PasswordReset reset = world.reset();
        for (int i = 0; i < 450; i++) {
            reset.start("stranger" + i, FlowContext.of(Locale.ENGLISH));
        }
        world.executor.drop();
        world.clock.advance(Duration.ofSeconds(31));
        FlowHandle handle = world.started(reset, "alice");
        reset.answer(handle, world.codeTo(World.MAIL));
        reset.complete(handle, World.NEW);
        world.executor.drop();
        users.beforeFind = () -> {
            throw new BackendUnavailableException("these flows never go on");
        };
        for (int i = 0; i < 6; i++) {
            world.clock.advance(Duration.ofSeconds(31));
            reset.sweep();
        }

        assertThat(world.audit.events()).extracting(AuditEvent::type).contains(AuditType.COMPLETED);
    }
}
