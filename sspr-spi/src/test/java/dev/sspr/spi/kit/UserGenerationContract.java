package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Generation;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.UserStore.PasswordWrite.Stale;
import dev.sspr.spi.UserStore.PasswordWrite.Written;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clauses U6 to U8 of {@link UserStore}. Extend {@link UserStoreContract}, which has all of them. */
public abstract class UserGenerationContract extends UserLookupContract {
    /** Only the kit's own class extends this one. */
    UserGenerationContract() {}

    @Test
    @Tag("R-RACE-3")
    @DisplayName("U6: of 64 parallel writes with one expectation one is Written, 63 are Stale")
    void u6_parallelWritesWithOneExpectation_oneIsWritten() {
        Person anna = person();
        for (int round = 0; round < rounds(); round++) {
            Generation seen = generation(anna);
            List<Secret> passwords =
                    Stream.generate(samples::password).limit(Race.THREADS).toList();
            List<UserStore.PasswordWrite> answers =
                    Race.run(i -> store().setPassword(anna.id(), seen, passwords.get(i), samples.writeId()));
            List<Integer> winners = IntStream.range(0, Race.THREADS)
                    .filter(i -> answers.get(i) instanceof Written)
                    .boxed()
                    .toList();
            assertThat(winners)
                    .as("U6: winners of round %d: %s", round, answers)
                    .hasSize(1);
            assertThat(answers)
                    .as("U6: the others are stale")
                    .filteredOn(a -> a instanceof Stale)
                    .hasSize(63);
            assertThat(signsIn(anna.login(), passwords.get(winners.get(0))))
                    .as("U6: the winner's password is the one that is kept")
                    .isTrue();
        }
    }

    /** Another one with the same start, if there is room. */
    private static Generation longer(Generation first) {
        String value = first.value();
        return new Generation(value.length() < Generation.MAX_LENGTH ? value + "0" : value.substring(1));
    }

    @Test
    @Tag("R-RACE-3")
    @DisplayName("U6: a write with another generation is Stale and changes nothing")
    void u6_otherGeneration_isStaleAndChangesNothing() {
        Person anna = person();
        Generation first = generation(anna);
        Secret second = samples.password();
        written("U6", anna, second);
        Account before = store().load(anna.id()).orElseThrow();
        for (Generation wrong : List.of(first, new Generation("no-such"), longer(first))) {
            assertThat(store().setPassword(anna.id(), wrong, samples.password(), samples.writeId()))
                    .as("U6: a write that expects %s", wrong.value())
                    .isInstanceOf(Stale.class);
        }
        assertThat(store().load(anna.id()))
                .as("U6: the account after stale writes")
                .contains(before);
        assertThat(signsIn(anna.login(), second))
                .as("U6: the password after stale writes")
                .isTrue();
    }

    @Test
    @Tag("R-TOK-8")
    @DisplayName("U7: the generation changes with every write and never returns")
    void u7_manyWrites_manyGenerations() {
        Person anna = person();
        Set<Generation> seen = new HashSet<>(Set.of(generation(anna)));
        Secret same = samples.password();
        for (int i = 0; i < 12; i++) {
            Generation now = written("U7", anna, i % 2 == 0 ? same : samples.password());
            assertThat(seen.add(now))
                    .as("U7: generation %s after write %d is new", now.value(), i)
                    .isTrue();
            assertThat(generation(anna))
                    .as("U7: load has the generation that the write gave")
                    .isEqualTo(now);
        }
    }

    @Test
    @Tag("V-REUSE-6")
    @DisplayName("U8: an account created again under the same id has another generation")
    void u8_idUsedAgain_generationDiffers() {
        Person anna = person();
        Set<Generation> earlier = new HashSet<>(Set.of(generation(anna)));
        earlier.add(written("U8", anna, samples.password()));
        remove(anna.id());
        assertThat(store().load(anna.id())).as("U8: a removed account").isEmpty();
        Account again = new Account(
                anna.id(),
                AccountStatus.ACTIVE,
                anna.account().privilege(),
                anna.account().generation(),
                anna.account().locale(),
                anna.account().destinations(),
                anna.account().words());
        add(again, anna.login(), samples.password());
        assertThat(earlier).as("U8: generations of the earlier account").doesNotContain(generation(anna));
    }
}
