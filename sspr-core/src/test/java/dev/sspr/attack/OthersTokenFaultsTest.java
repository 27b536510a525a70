package dev.sspr.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.sspr.Sspr;
import dev.sspr.SsprKey;
import dev.sspr.fixture.NodeFixture;
import dev.sspr.fixture.ResetFixture;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.LinkView;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.ReportResult;
import dev.sspr.flow.StartResult;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Secret;
import dev.sspr.spi.StoredFlow;
import dev.sspr.spi.memory.InMemoryFlowStore;
import dev.sspr.spi.memory.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults that other products had in making, keeping and reading their tokens. */
class OthersTokenFaultsTest {
    private static final FlowContext HERE = FlowContext.of(Locale.ENGLISH);
    private static final int SECRET_FROM = 22;

    private static FlowHandle started(PasswordReset reset, String name) {
        return ((StartResult.Started) reset.start(name, HERE)).handle();
    }

    @Nested
    class Made {
        /** Nodes with the same key, the same clock that stands still, and random sources of their own. */
        private List<NodeFixture> twins() {
            return List.of(new NodeFixture(), new NodeFixture());
        }

        private static List<String> secretsOfAReset(NodeFixture host) {
            try (Sspr sspr = host.node()) {
                String handle = started(sspr.passwordReset(), "alice").expose();
                MessageContent.ResetCode content = (MessageContent.ResetCode)
                        host.notifier.lastTo(NodeFixture.MAIL).orElseThrow().content();
                List<String> secrets = new ArrayList<>();
                secrets.add(handle.substring(0, SECRET_FROM));
                secrets.add(handle.substring(SECRET_FROM));
                secrets.add(content.code().exposeTo(String::new));
                for (Secret link :
                        List.of(content.link().orElseThrow(), content.cancel().orElseThrow())) {
                    secrets.add(NodeFixture.token(link).exposeTo(String::new).substring(SECRET_FROM));
                }
                return secrets;
            }
        }

        @Test
        @Tag("V-TOK-3")
        @Tag("V-TOK-4")
        @Tag("V-TOK-6")
        @Tag("V-TOK-7")
        @DisplayName(
                "V-TOK-3, V-TOK-4, V-TOK-6, V-TOK-7: equal hosts at the same instant make no equal handle, code or link")
        void secrets_ofEqualHostsAtOneInstant_differ() {
            List<List<String>> made =
                    twins().stream().map(Made::secretsOfAReset).toList();

            assertThat(made.get(0)).hasSize(5).doesNotHaveDuplicates().doesNotContainAnyElementsOf(made.get(1));
        }

        @Test
        @Tag("V-TOK-7")
        @DisplayName("V-TOK-7: a restart at the same instant repeats no output")
        void handles_ofManyRestartsAtOneInstant_differ() {
            NodeFixture host = new NodeFixture();
            List<String> handles = new ArrayList<>();
            for (int restart = 0; restart < 8; restart++) {
                try (Sspr sspr = host.node()) {
                    handles.add(started(sspr.passwordReset(), "alice").expose());
                }
            }

            assertThat(handles)
                    .extracting(handle -> handle.substring(0, SECRET_FROM))
                    .doesNotHaveDuplicates();
            assertThat(handles)
                    .extracting(handle -> handle.substring(SECRET_FROM))
                    .doesNotHaveDuplicates();
        }

        @Test
        @Tag("V-TOK-3")
        @Tag("V-TOK-9")
        @DisplayName("V-TOK-3, V-TOK-9: of ten thousand handles made at one instant no two share a part")
        void handles_ofOneInstant_areAllDifferent() {
            NodeFixture host = new NodeFixture();
            Set<String> names = new HashSet<>();
            Set<String> secrets = new HashSet<>();
            int count = 10_000;
            try (Sspr sspr = host.node(SsprPolicy.standard(), builder -> builder)) {
                for (int i = 0; i < count; i++) {
                    String handle = started(sspr.passwordReset(), "name" + i).expose();
                    names.add(handle.substring(0, SECRET_FROM));
                    secrets.add(handle.substring(SECRET_FROM));
                }
            }

            assertThat(names).hasSize(count);
            assertThat(secrets).hasSize(count);
        }
    }

    private final ResetFixture fixture = new ResetFixture().withAlice();
    private final ResetFlow reset = fixture.reset();

    @ParameterizedTest
    @Tag("V-TYPE-2")
    @ValueSource(strings = {"0", "1", "00", "0e0", "0x0", "-1", "NaN", "null", "true", "false", "[]", "%", "*"})
    @DisplayName("V-TYPE-2: a number or a word of a language as handle, link or code equals nothing that is stored")
    void token_thatEqualsAnythingElsewhere_equalsNothing(String loose) {
        FlowHandle handle = fixture.started(reset, "alice");
        Secret text = Secret.of(loose);
        String name = handle.expose().substring(0, SECRET_FROM);

        assertThat(reset.answer(handle, text)).isInstanceOf(AnswerResult.NotProven.class);
        for (Secret token : List.of(
                text, Secret.of(name + loose), Secret.of(loose.repeat(65).substring(0, 65)))) {
            assertThat(reset.status(FlowHandle.of(token))).isEqualTo(FlowStatus.UNKNOWN);
            assertThat(reset.continueHere(token)).isEqualTo(Refused.of(Refusal.GONE));
            assertThat(reset.report(token)).isEqualTo(ReportResult.GONE);
            assertThat(reset.complete(FlowHandle.of(token), ResetFixture.NEW)).isEqualTo(Refused.of(Refusal.GONE));
        }
        assertThat(reset.status(handle)).isEqualTo(FlowStatus.WAITING_FOR_PROOF);
    }

    @Nested
    class Kept {
        private final FlowHandle handle = fixture.started(reset, "alice");
        private final Secret code = fixture.codeTo(ResetFixture.MAIL);
        private final Secret link = fixture.linkTo(ResetFixture.MAIL);

        @Test
        @Tag("V-REUSE-3")
        @DisplayName("V-REUSE-3: a link, a code and a handle that were used up stay used up after a restart")
        void token_usedBeforeARestart_isSpent() {
            reset.answerLink(handle, link);
            assertThat(reset.complete(handle, ResetFixture.NEW)).isInstanceOf(CompleteResult.Done.class);
            fixture.executor.runAll();

            ResetFlow restarted = fixture.reset();
            for (int i = 0; i < 3; i++) {
                assertThat(restarted.open(link, Optional.of(handle))).isEqualTo(LinkView.ENDED);
                assertThat(restarted.continueHere(link)).isInstanceOf(Refused.class);
                assertThat(restarted.answer(handle, code)).isInstanceOf(Refused.class);
                restarted.complete(handle, Secret.of("an attacker's own sentence"));
            }
            assertThat(fixture.users.signsIn(ResetFixture.ALICE, ResetFixture.NEW))
                    .isEqualTo(SignIn.SIGNED_IN);
        }

        @Test
        @Tag("V-REUSE-3")
        @DisplayName("V-REUSE-3: a token carries nothing by itself: without its stored flow it opens nothing")
        void token_withoutItsStoredFlow_opensNothing() {
            reset.answer(handle, code);
            StoredFlow stored = fixture.stored(handle);
            InMemoryFlowStore empty = new InMemoryFlowStore();
            Sspr over = Sspr.builder(
                            fixture.users,
                            fixture.notifier,
                            fixture.sessions,
                            SsprKey.of(fixture.keyId, fixture.master))
                    .flowStore(empty)
                    .clock(fixture.clock)
                    .hostSweeps()
                    .build();

            assertThat(over.passwordReset().status(handle)).isEqualTo(FlowStatus.UNKNOWN);
            assertThat(over.passwordReset().complete(handle, ResetFixture.NEW)).isEqualTo(Refused.of(Refusal.GONE));
            empty.insert(stored);
            assertThat(over.passwordReset().status(handle))
                    .as("the same key finds the flow once it is stored")
                    .isEqualTo(FlowStatus.PROVEN);
            over.close();
        }

        private StoredFlow withExpiry(StoredFlow now, Instant expiry) {
            return new StoredFlow(
                    now.id(), now.owner(), now.purpose(), now.version(), expiry, now.wakeAt(), now.body());
        }

        @Test
        @Tag("V-REUSE-4")
        @DisplayName("V-REUSE-4: a stored flow without an expiry cannot be made")
        void flow_withoutAnExpiry_cannotBeMade() {
            assertThatNullPointerException().isThrownBy(() -> withExpiry(fixture.stored(handle), null));
        }

        /** The store tells an expiry that is a thousand years away, of the same flow in the same version. */
        private CompleteResult completedWithAMovedExpiry(Duration after) {
            ResetFixture moved = new ResetFixture().withAlice();
            moved.through(call -> {
                Object answer = call.go();
                return call.is("FlowStore.find")
                        ? ((Optional<?>) answer)
                                .map(flow -> withExpiry((StoredFlow) flow, Instant.parse("2999-12-31T00:00:00Z")))
                        : answer;
            });
            ResetFlow there = moved.reset();
            FlowHandle proven = moved.proven(there);
            moved.clock.advance(after);
            return there.complete(proven, ResetFixture.NEW);
        }

        @Test
        @Tag("V-REUSE-4")
        @DisplayName("V-REUSE-4: an expiry moved away in the store does not lengthen the life of a flow")
        void expiry_movedInTheStore_isNotBelieved() {
            assertThat(completedWithAMovedExpiry(Duration.ofMinutes(15).minusMillis(1)))
                    .isInstanceOf(CompleteResult.Done.class);
            assertThat(completedWithAMovedExpiry(Duration.ofMinutes(15))).isEqualTo(Refused.of(Refusal.GONE));
        }
    }
}
