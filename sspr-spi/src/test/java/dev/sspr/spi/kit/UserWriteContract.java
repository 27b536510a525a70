package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Generation;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.UserStore.PasswordWrite.NotUsable;
import dev.sspr.spi.UserStore.PasswordWrite.Rejected;
import dev.sspr.spi.UserStore.PasswordWrite.Stale;
import dev.sspr.spi.UserStore.PasswordWrite.Written;
import dev.sspr.spi.WriteId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clauses U7 and U18 of {@link UserStore} about other writers. Extend {@link UserStoreContract}. */
public abstract class UserWriteContract extends UserGenerationContract {
    /** Only the kit's own class extends this one. */
    UserWriteContract() {}

    /**
     * Sets an account's password as an administrator or another program does, without the store.
     *
     * @param account the account
     * @param password the new password
     * @return false if this fixture cannot do it; the test is skipped
     */
    protected boolean setPasswordElsewhere(Account account, Secret password) {
        return false;
    }

    /**
     * Changes an address of an account as an administrator does, without the store.
     *
     * @param account the account
     * @return false if this fixture cannot do it; the test is skipped
     */
    protected boolean changeDestinationElsewhere(Account account) {
        return false;
    }

    private Account account(Person person) {
        return store().load(person.id()).orElseThrow();
    }

    private UserStore.PasswordWrite write(Person person, Generation expected, Secret password, WriteId id) {
        return store().setPassword(person.id(), expected, password, id);
    }

    /** A person with a write whose id the store keeps; skips the test for a store that keeps none. */
    private Person writtenBy(WriteId id) {
        Person anna = person();
        assertThat(write(anna, generation(anna), samples.password(), id))
                .as("U18: a write with the right generation")
                .isInstanceOf(Written.class);
        needs(account(anna).lastWrite().isPresent(), "U18", "write ids (no fault in a store that keeps none)");
        return anna;
    }

    @Test
    @Tag("F2-R8")
    @DisplayName("U18: after Written, load and find return the id of the write")
    void u18_afterWrite_isTheWritesId() {
        Person anna = writtenBy(samples.writeId());
        for (int i = 0; i < 3; i++) {
            WriteId id = samples.writeId();
            assertThat(write(anna, generation(anna), samples.password(), id)).isInstanceOf(Written.class);
            assertThat(account(anna).lastWrite())
                    .as("U18: load after write %d", i)
                    .contains(id);
            assertThat(store().find(anna.login()))
                    .as("U18: find after write %d", i)
                    .isInstanceOfSatisfying(
                            UserStore.Lookup.One.class,
                            one -> assertThat(one.account().lastWrite()).contains(id));
        }
    }

    @Test
    @Tag("F2-R8")
    @DisplayName("U18: a store keeps write ids of all accounts or of none, and a new account has none")
    void u18_newAccount_hasNoWrite() {
        Person anna = person();
        Person bert = person();
        Optional<WriteId> before = account(anna).lastWrite();
        written("U18", bert, samples.password());
        boolean keeps = account(bert).lastWrite().isPresent();
        assertThat(before).as("U18: a new account").isEqualTo(keeps ? Optional.of(WriteId.NONE) : Optional.empty());
        assertThat(account(anna).lastWrite())
                .as("U18: an account after a write to another")
                .isEqualTo(before);
    }

    @Test
    @Tag("F2-R8")
    @DisplayName("U18: a write that is Stale, Rejected or NotUsable leaves the last write")
    void u18_writeThatIsNotWritten_leavesIt() {
        WriteId first = samples.writeId();
        Person anna = writtenBy(first);
        if (write(anna, new Generation("no-such"), samples.password(), samples.writeId()) instanceof Stale) {
            assertThat(account(anna).lastWrite()).as("U18: after Stale").contains(first);
        }
        refusedPassword()
                .map(refused -> write(anna, generation(anna), refused, samples.writeId()))
                .filter(Rejected.class::isInstance)
                .ifPresent(rejected -> assertThat(account(anna).lastWrite())
                        .as("U18: after Rejected")
                        .contains(first));
        if (statuses().contains(AccountStatus.DISABLED)) {
            Person disabled = person(AccountStatus.DISABLED);
            if (write(disabled, generation(disabled), samples.password(), samples.writeId()) instanceof NotUsable) {
                assertThat(account(disabled).lastWrite())
                        .as("U18: after NotUsable")
                        .contains(WriteId.NONE);
            }
        }
    }

    @Test
    @Tag("F2-R8")
    @DisplayName("U6: of 64 parallel writes the winner's id is kept with the winner's password")
    void u6_parallelWrites_winnersIdIsKept() {
        Person anna = writtenBy(samples.writeId());
        for (int round = 0; round < rounds(); round++) {
            Generation seen = generation(anna);
            List<WriteId> ids =
                    Stream.generate(samples::writeId).limit(Race.THREADS).toList();
            List<UserStore.PasswordWrite> answers =
                    Race.run(i -> write(anna, seen, Secret.of("a password of thread " + i), ids.get(i)));
            int winner = IntStream.range(0, Race.THREADS)
                    .filter(i -> answers.get(i) instanceof Written)
                    .findFirst()
                    .orElseThrow();
            assertThat(account(anna).lastWrite())
                    .as("U6: the last write after round %d", round)
                    .contains(ids.get(winner));
        }
    }

    @Test
    @Tag("F2-R8")
    @DisplayName("U18: a second node sees the id of a write in its next call")
    void u18_secondNode_seesIt() {
        UserStore second = need(otherNode(), "U18", "second node");
        Person anna = writtenBy(samples.writeId());
        for (int i = 0; i < 5; i++) {
            assertThat(second.load(anna.id()))
                    .as("U18: load before write %d", i)
                    .isPresent();
            WriteId id = samples.writeId();
            assertThat(write(anna, generation(anna), samples.password(), id)).isInstanceOf(Written.class);
            assertThat(second.load(anna.id()).orElseThrow().lastWrite())
                    .as("U18: load on the second node after write %d", i)
                    .contains(id);
        }
    }

    @Test
    @Tag("R-TOK-8")
    @DisplayName("U7: an address changed by other means moves the generation")
    void u7_changedAddress_movesTheGeneration() {
        Person anna = person();
        Account before = account(anna);
        needs(changeDestinationElsewhere(before), "U7", "change of an address by other means");
        assertThat(generation(anna))
                .as("U7: the generation after a change of an address")
                .isNotEqualTo(before.generation());
    }

    @Test
    @Tag("R-TOK-8")
    @DisplayName("U7: a password set by other means moves the generation")
    void u7_passwordSetElsewhere_movesTheGeneration() {
        Person anna = person();
        Account before = account(anna);
        Secret other = samples.password();
        needs(setPasswordElsewhere(before, other), "U7", "password set by other means");
        assertThat(signsIn(anna.login(), other))
                .as("U7: signing in with the password set by other means")
                .isTrue();
        assertThat(generation(anna))
                .as("U7: the generation after a password set by other means")
                .isNotEqualTo(before.generation());
    }

    @Test
    @Tag("F2-R8")
    @DisplayName("U18: an address changed by other means leaves the last write")
    void u18_changedAddress_leavesTheLastWrite() {
        WriteId id = samples.writeId();
        Person anna = writtenBy(id);
        needs(changeDestinationElsewhere(account(anna)), "U18", "change of an address by other means");
        assertThat(account(anna).lastWrite())
                .as("U18: the last write after a change of an address")
                .contains(id);
    }

    @Test
    @Tag("F2-R8")
    @DisplayName("U18: a password set by other means leaves the last write, or there is none then")
    void u18_passwordSetElsewhere_isNoWrite() {
        WriteId id = samples.writeId();
        Person anna = writtenBy(id);
        needs(setPasswordElsewhere(account(anna), samples.password()), "U18", "password set by other means");
        assertThat(account(anna).lastWrite())
                .as("U18: the last write after a password set by other means")
                .isIn(Optional.of(id), Optional.of(WriteId.NONE));
    }
}
