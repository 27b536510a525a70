package dev.sspr.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Message;
import dev.sspr.spi.Privilege;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserLookup;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets a message: the address that the store has, of the one account that has this very name. */
@Tag("R-NOT-1")
class RecipientRulesTest {
    private static final Destination MIKE = new Destination("m", Channel.EMAIL, "mike@example.org");

    private final World world = new World();

    /** A backend whose collation knows neither accents nor letter case, and folds a dotless i. */
    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace('\u0131', 'i')
                .strip();
    }

    private PasswordReset resetOverLooseStore() {
        world.with("mike@example.org", AccountStatus.ACTIVE, Privilege.ORDINARY, MIKE);
        world.through(call -> call.is("UserStore.find")
                ? world.users.find(new LoginName(folded(((LoginName) call.args[0]).value())))
                : call.go());
        return world.reset();
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
        PasswordReset reset = resetOverLooseStore();

        FlowHandle handle = world.started(reset, typed);

        assertThat(world.notifier.messages()).isEmpty();
        assertThat(reset.answer(handle, Secret.of("AAAAAAAAAA"))).isEqualTo(new AnswerResult.NotProven(4));
    }

    @Test
    @Tag("R-UNI-3")
    void name_inAnotherLetterCase_isTheSame() {
        PasswordReset reset = resetOverLooseStore();

        world.started(reset, "MIKE@Example.ORG");

        assertThat(world.notifier.messages()).extracting(Message::to).containsExactly(MIKE);
    }

    @ParameterizedTest
    @Tag("V-FLOOD-4")
    @ValueSource(strings = {"mallory@evil.example", "+31699999999", "mike@example.org,mallory@evil.example", "mallory"})
    void name_thatIsAnAddress_isNeverWrittenTo(String typed) {
        PasswordReset reset = world.withAlice().reset();

        world.started(reset, typed);

        assertThat(world.notifier.messages()).isEmpty();
    }

    @Test
    @Tag("R-UNI-4")
    void name_ofTwoAccounts_isNobodys() {
        world.withAlice();
        world.users.add(
                world.users.load(World.ALICE_ID).map(RecipientRulesTest::twin).orElseThrow(), World.OLD, World.ALICE);
        PasswordReset reset = world.reset();

        FlowHandle handle = world.started(reset, "alice");

        assertThat(world.users.find(World.ALICE)).isInstanceOf(UserLookup.Ambiguous.class);
        assertThat(world.notifier.messages()).isEmpty();
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
        world.with("alice", AccountStatus.ACTIVE, Privilege.ORDINARY, World.MAIL, World.PHONE);
        PasswordReset reset = world.reset();
        reset.complete(world.proven(reset), World.NEW);
        world.executor.runAll();

        assertThat(world.notifier.messages())
                .extracting(Message::to)
                .hasSize(2)
                .isSubsetOf(List.of(World.MAIL, World.PHONE));
    }
}
