package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.AccountClasses;
import dev.sspr.fixture.AccountClasses.Kind;
import dev.sspr.fixture.ResetFixture;
import dev.sspr.fixture.TestedFlow;
import dev.sspr.fixture.VirtualWorkers;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.StartResult;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller sees of a flow at any moment is the same for every name, however long a look-up or a message takes. */
@Tag("F2-S5")
@Tag("R-ENUM-2")
class BackgroundTimingTest {
    private static final Secret WRONG = Secret.of("AAAAAAAAAA");
    private static final Duration DELAY = Duration.ofMillis(300);
    private static final int END = 950;
    private static final List<Integer> LOOKED_AT = List.of(0, 1, 3, 8, 10, 60, 299, 300, 301, 360, 599, 600, 900);
    private static final FlowContext CONTEXT = FlowContext.of(Locale.ENGLISH);

    /** A user store that takes its time: 9 ms for a name that exists, 2 ms for one that does not. */
    private record Name(LoginName login, boolean known) {
        Duration lookUp() {
            return Duration.ofMillis(known ? 9 : 2);
        }
    }

    private static List<Name> names() {
        List<Name> names = new ArrayList<>();
        Stream.of(Kind.values()).forEach(kind -> names.add(new Name(kind.login(), kind != Kind.UNKNOWN)));
        names.add(new Name(new LoginName("person-p"), true));
        names.add(new Name(new LoginName("person-q"), true));
        return names;
    }

    private static AccountClasses accounts(Duration delay) {
        AccountClasses accounts = new AccountClasses(Locale.ENGLISH);
        accounts.fixture.publicationDelay = delay;
        accounts.fixture.with(
                "person-p", AccountStatus.ACTIVE, Account.Privilege.PRIVILEGED, ResetFixture.MAIL, ResetFixture.PHONE);
        for (String id : List.of("ambiguous-1", "ambiguous-2")) {
            accounts.fixture.users.add(
                    new Account(
                            new UserId(id),
                            AccountStatus.ACTIVE,
                            Account.Privilege.ORDINARY,
                            Generation.of(1),
                            Optional.empty(),
                            List.of(ResetFixture.MAIL),
                            List.of()),
                    ResetFixture.OLD,
                    new LoginName("person-q"));
        }
        accounts.nextDay();
        return accounts;
    }

    /** What is seen at each moment, in milliseconds after the start. */
    private static Map<Integer, List<Object>> trace(Name name, Duration lookUp, Duration delay, boolean pools) {
        ResetFixture fixture = accounts(delay).fixture;
        VirtualWorkers workers = new VirtualWorkers(fixture.clock, lookUp, Duration.ofMillis(60), pools);
        fixture.workersPlug = Optional.of(workers);
        TestedFlow reset = fixture.flow();
        Instant begun = fixture.clock.instant();
        FlowHandle handle = ((StartResult.Started) reset.start(name.login().value(), CONTEXT)).handle();
        Map<Integer, List<Object>> trace = new LinkedHashMap<>();
        trace.put(-1, List.of(reset.choose(handle, MethodKind.EMAIL_CODE)));
        for (int millis = 0; millis <= END; millis++) {
            fixture.clock.set(begun.plusMillis(millis));
            workers.run();
            if (LOOKED_AT.contains(millis)) {
                trace.put(
                        millis,
                        List.of(
                                reset.open(handle.secret(), Optional.of(handle)),
                                reset.open(handle.secret(), Optional.empty()),
                                reset.status(handle),
                                reset.prompt(handle),
                                reset.resume(handle),
                                reset.answer(handle, WRONG),
                                reset.continueHere(handle.secret())));
            }
        }
        return trace;
    }

    private static Map<Integer, List<Object>> trace(Name name, Duration delay, boolean pools) {
        return trace(name, name.lookUp(), delay, pools);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("F2-S5: what a caller sees at each moment is the same for every class of accounts")
    void caller_atEachMoment_seesTheSameForEveryName(boolean pools) {
        List<Name> names = names();
        Map<Integer, List<Object>> first = trace(names.get(0), DELAY, pools);

        assertThat(first.get(299).toString()).contains("NOT_NOW");
        assertThat(first.get(300).toString()).contains("NotProven");
        names.forEach(name ->
                assertThat(trace(name, DELAY, pools)).as(name.login().value()).isEqualTo(first));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("F2-S5: a late look-up is published at the next multiple")
    void lookUp_thatIsLate_isPublishedAtTheNextMultiple(boolean pools) {
        Map<Integer, List<Object>> late = trace(names().get(0), Duration.ofMillis(301), DELAY, pools);

        assertThat(late.get(599).toString()).contains("NOT_NOW");
        assertThat(late.get(600).toString()).contains("NotProven");
        assertThat(trace(names().get(0), DELAY, DELAY, pools).get(300).toString())
                .contains("NotProven");
    }

    @Test
    @DisplayName("F2-S5: without a delay the comparison finds the difference")
    void delay_missing_isFound() {
        Map<Integer, List<Object>> known = trace(names().get(0), Duration.ZERO, true);

        assertThat(trace(names().get(1), Duration.ZERO, true)).isNotEqualTo(known);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("F2-S5: a message goes to the workers of sending, and its code is good when it arrives")
    void message_whenItArrives_hasAGoodCode(boolean pools) {
        ResetFixture fixture = new ResetFixture().withAlice();
        fixture.publicationDelay = DELAY;
        VirtualWorkers workers = new VirtualWorkers(fixture.clock, DELAY, DELAY, pools);
        fixture.workersPlug = Optional.of(workers);
        TestedFlow reset = fixture.flow();
        FlowHandle handle = ((StartResult.Started) reset.start("alice", CONTEXT)).handle();
        fixture.clock.advance(DELAY);
        workers.run();

        assertThat(fixture.notifier.messages()).isEmpty();
        fixture.clock.advance(DELAY);
        workers.run();

        assertThat(reset.answer(handle, fixture.codeTo(ResetFixture.MAIL)).toString())
                .startsWith("Proven");
    }

    @Test
    @DisplayName("F2-S5: a method chosen before the publication replaces the first one")
    void choice_beforeThePublication_isPublishedOnItsOwnTime() {
        ResetFixture fixture = accounts(DELAY).fixture;
        VirtualWorkers workers = new VirtualWorkers(fixture.clock, Duration.ofMillis(9), Duration.ZERO, true);
        fixture.workersPlug = Optional.of(workers);
        TestedFlow reset = fixture.flow();
        FlowHandle handle =
                ((StartResult.Started) reset.start(Kind.REGISTERED.login().value(), CONTEXT)).handle();
        reset.choose(handle, MethodKind.SMS_CODE);
        for (int millis = 0; millis < 700; millis++) {
            if (millis == 100) {
                reset.choose(handle, MethodKind.EMAIL_CODE);
            }
            fixture.clock.advance(Duration.ofMillis(1));
            workers.run();
        }

        assertThat(fixture.notifier.messages()).hasSize(1);
        assertThat(reset.resume(handle).orElseThrow().challenge().orElseThrow().kind())
                .isEqualTo(MethodKind.EMAIL_CODE);
        assertThat(reset.answer(handle, WRONG).toString()).contains("NotProven");
    }
}
