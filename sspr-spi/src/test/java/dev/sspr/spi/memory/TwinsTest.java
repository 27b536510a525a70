package dev.sspr.spi.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Channel;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.Destination;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Message;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MessageText;
import dev.sspr.spi.Secret;
import dev.sspr.spi.StoredFlow;
import dev.sspr.spi.kit.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the twins promise beyond their roles: switches for testers, bounds, amortised work. */
class TwinsTest {
    private final Samples samples = new Samples();

    @Test
    void failNext_two_failsTwiceAndDoesNothing() {
        InMemoryFlowStore store = new InMemoryFlowStore();
        StoredFlow flow = samples.flow();
        store.faults().failNext(2);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> store.insert(flow)).isInstanceOf(BackendUnavailableException.class);
        }
        assertThat(store.find(flow.id())).isEmpty();
    }

    @Test
    void loseNextAnswers_one_doesTheWorkAndFails() {
        InMemoryFlowStore store = new InMemoryFlowStore();
        StoredFlow flow = samples.flow();
        store.faults().loseNextAnswers(1);
        assertThatThrownBy(() -> store.insert(flow)).isInstanceOf(BackendUnavailableException.class);
        assertThat(store.find(flow.id())).contains(flow);
    }

    @Test
    void beforeEachCall_hearsTheOperations() {
        InMemoryFlowStore store = new InMemoryFlowStore();
        List<String> calls = new ArrayList<>();
        store.faults().beforeEachCall(calls::add);
        store.insert(samples.flow());
        store.purge(Samples.NOW, 1);
        assertThat(calls).containsExactly("insert", "purge");
    }

    @Test
    void fail_thenHeal_worksAgain() {
        InMemoryCounterStore store = new InMemoryCounterStore();
        store.faults().fail();
        CounterKey key = samples.counterKey();
        assertThatThrownBy(() -> store.clear(key)).isInstanceOf(BackendUnavailableException.class);
        store.faults().heal();
        assertThat(catchThrowable(() -> store.clear(key))).isNull();
    }

    @Test
    void flowStore_afterPurge_hasRoomAndForgetsNobodyElse() {
        InMemoryFlowStore store = new InMemoryFlowStore(1000);
        List<StoredFlow> live = new ArrayList<>();
        for (int round = 1; round <= 20; round++) {
            StoredFlow stays = samples.flow();
            store.insert(stays);
            live.add(stays);
            for (int i = 0; i < 900; i++) {
                StoredFlow flow = samples.flow();
                store.insert(new StoredFlow(
                        flow.id(),
                        flow.owner(),
                        flow.purpose(),
                        1,
                        Samples.at(round * 1000L + i % 7),
                        Optional.empty(),
                        flow.body()));
            }
            assertThat(store.purge(Samples.at(round * 1000L + 7), 10_000)).isEqualTo(900);
            assertThat(store.size()).isEqualTo(round);
        }
        assertThat(live).allMatch(flow -> store.find(flow.id()).isPresent());
    }

    @Test
    void counterStore_keysWhoseWindowIsOver_areDroppedWhileOthersAreAdded() {
        InMemoryCounterStore store = new InMemoryCounterStore(1000);
        for (int i = 0; i < 20_000; i++) {
            // each window lasts a second and is kept a minute more, so about 60 are there for a reason
            store.add(samples.counterKey(), 1, 5, Duration.ofSeconds(1), Samples.at(i * 1000L));
        }
        assertThat(store.size()).isBetween(60, 300);
    }

    @Test
    void userStore_signIn_saysWhyNot() {
        Account anna = samples.account();
        LoginName login = samples.login();
        Secret password = samples.password();
        InMemoryUserStore store = InMemoryUserStore.forTests().add(anna, password, login, samples.login());
        assertThat(store.signsIn(login, password)).isEqualTo(SignIn.SIGNED_IN);
        assertThat(store.signsIn(login, samples.password())).isEqualTo(SignIn.WRONG_PASSWORD);
        assertThat(store.signsIn(samples.login(), password)).isEqualTo(SignIn.NO_SUCH_LOGIN);
        store.setStatus(anna.id(), AccountStatus.EXPIRED);
        assertThat(store.signsIn(login, password)).isEqualTo(SignIn.NOT_ACTIVE);
    }

    @Test
    void userStore_newDestinations_changeTheGeneration() {
        Account anna = samples.account();
        InMemoryUserStore store = InMemoryUserStore.forTests().add(anna, samples.password(), samples.login());
        Account before = store.load(anna.id()).orElseThrow();
        store.setDestinations(anna.id(), List.of());
        assertThat(store.load(anna.id()).orElseThrow().generation()).isNotEqualTo(before.generation());
        store.setStatus(anna.id(), AccountStatus.LOCKED);
        Account locked = store.load(anna.id()).orElseThrow();
        store.setStatus(anna.id(), AccountStatus.ACTIVE);
        assertThat(store.load(anna.id()).orElseThrow().generation()).isEqualTo(locked.generation());
    }

    @Test
    void notifier_engineWipesItsSecrets_testerStillReadsThem() {
        InMemoryNotifier notifier = new InMemoryNotifier();
        Secret code = Secret.of("07316482");
        Destination to = new Destination("d", Channel.SMS, "+4915112345678");
        MessageContent content =
                new MessageContent.ResetCode(code, Optional.of(code), Optional.of(code), Samples.at(1));
        MessageText text = new MessageText("subject", List.of(new MessageText.Part.Code(code)));
        notifier.send(new Message(samples.digest(), to, content, Locale.ROOT, text, Samples.at(1)), Samples.NOW);
        code.wipe();
        Message last = notifier.lastTo("+4915112345678").orElseThrow();
        assertThat(last.text().exposePlainText()).isEqualTo("07316482");
        assertThat(((MessageContent.ResetCode) last.content()).link().orElseThrow())
                .isEqualTo(Secret.of("07316482"));
        assertThat(notifier.lastTo(to)).contains(last);
        notifier.clear();
        assertThat(notifier.lastTo(to)).isEmpty();
    }
}
