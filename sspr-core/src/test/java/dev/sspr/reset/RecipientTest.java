package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.ResetFixture;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Message;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets a message: the address that the store has, of the one account that has this very name. */
@Tag("R-NOT-1")
class RecipientTest {
    private static final Destination MIKE = new Destination("m", Channel.EMAIL, "mike@example.org");

    private final ResetFixture fixture = new ResetFixture();

    /** A backend whose collation knows neither accents nor letter case, and folds a dotless i. */
    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace('\u0131', 'i')
                .strip();
    }

    private ResetFlow resetOverLooseStore() {
        fixture.with("mike@example.org", AccountStatus.ACTIVE, Account.Privilege.ORDINARY, MIKE);
        fixture.through(call -> call.is("UserStore.find")
                ? fixture.users.find(new LoginName(folded(((LoginName) call.args[0]).value())))
                : call.go());
        return fixture.reset();
    }

    @ParameterizedTest
    @Tag("R-UNI-3")
    @Tag("V-UNI-1")
    @Tag("V-UNI-2")
    @ValueSource(
            strings = {
                "m\u0131ke@example.org",
                "M\u0131KE@example.org",
                "m\u00edke@example.org",
                "mi\u0307ke@example.org",
                "mik\u00e9@example.org",
            })
    void name_thatTheStoreTakesForAnother_isNobodys(String typed) {
        ResetFlow reset = resetOverLooseStore();

        FlowHandle handle = fixture.started(reset, typed);

        assertThat(fixture.notifier.messages()).isEmpty();
        assertThat(reset.answer(handle, Secret.of("AAAAAAAAAA"))).isEqualTo(new AnswerResult.NotProven(4));
    }

    @Test
    @Tag("R-UNI-3")
    void name_inAnotherLetterCase_isTheSame() {
        ResetFlow reset = resetOverLooseStore();

        fixture.started(reset, "MIKE@Example.ORG");

        assertThat(fixture.notifier.messages()).extracting(Message::to).containsExactly(MIKE);
    }

    @ParameterizedTest
    @Tag("V-FLOOD-4")
    @ValueSource(strings = {"mallory@evil.example", "+31699999999", "mike@example.org,mallory@evil.example", "mallory"})
    void name_thatIsAnAddress_isNeverWrittenTo(String typed) {
        ResetFlow reset = fixture.withAlice().reset();

        fixture.started(reset, typed);

        assertThat(fixture.notifier.messages()).isEmpty();
    }

    @Test
    @Tag("R-UNI-4")
    void name_ofTwoAccounts_isNobodys() {
        fixture.withAlice();
        fixture.users.add(
                fixture.users
                        .load(ResetFixture.ALICE_ID)
                        .map(RecipientTest::twin)
                        .orElseThrow(),
                ResetFixture.OLD,
                ResetFixture.ALICE);
        ResetFlow reset = fixture.reset();

        FlowHandle handle = fixture.started(reset, "alice");

        assertThat(fixture.users.find(ResetFixture.ALICE)).isInstanceOf(UserStore.Lookup.Ambiguous.class);
        assertThat(fixture.notifier.messages()).isEmpty();
        assertThat(reset.answer(handle, Secret.of("AAAAAAAAAA"))).isEqualTo(new AnswerResult.NotProven(4));
    }

    private static Account twin(Account one) {
        return new Account(
                new UserId("u-twin"),
                one.status(),
                one.privilege(),
                one.generation(),
                one.locale(),
                one.destinations(),
                one.words());
    }

    @Test
    @Tag("G7")
    void messages_ofAWholeReset_goToStoredDestinationsOnly() {
        fixture.with("alice", AccountStatus.ACTIVE, Account.Privilege.ORDINARY, ResetFixture.MAIL, ResetFixture.PHONE);
        ResetFlow reset = fixture.reset();
        reset.complete(fixture.proven(reset), ResetFixture.NEW);
        fixture.executor.runAll();

        assertThat(fixture.notifier.messages())
                .extracting(Message::to)
                .hasSize(3)
                .isSubsetOf(List.of(ResetFixture.MAIL, ResetFixture.PHONE));
    }
}
