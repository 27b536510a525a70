package dev.sspr.internal.verification.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.fixture.ResetFixture;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.MethodOffer;
import dev.sspr.flow.NotPossible;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.internal.secret.KeyRing;
import dev.sspr.policy.ResetPolicy;
import dev.sspr.policy.ResetPolicy.MethodRule;
import dev.sspr.policy.ResetPolicy.Use;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.memory.ScriptedVerifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two proofs are two: of another kind, and through another mailbox or line. */
@Tag("R-FLOW-3")
@Tag("V-STEP-6")
class GuardsTest {
    private static final MethodKind SECOND = new MethodKind("second-mail");
    private static final UserId ROOT = new UserId("u-root");

    private final ScriptedVerifier second = new ScriptedVerifier(SECOND);
    private final List<Challenge> put = new ArrayList<>();
    private final ResetFixture fixture = new ResetFixture() {
        @Override
        public List<MfaVerifier> verifiers(KeyRing keys) {
            List<MfaVerifier> all = new ArrayList<>(super.verifiers(keys));
            all.add(second);
            return all;
        }
    };

    private ResetFlow reset() {
        fixture.policy = ResetPolicy.standard()
                .methods(List.of(
                        new MethodRule(MethodKind.EMAIL_CODE, Use.ALONE), new MethodRule(SECOND, Use.WITH_ANOTHER)));
        fixture.through(call -> {
            if (call.is("MfaVerifier.begin")) {
                put.add((Challenge) call.args[0]);
            }
            return call.go();
        });
        return fixture.reset();
    }

    private void enrol(String endpoint) {
        second.enrol(ROOT, new AuthMethod(SECOND, "s1", endpoint, "another mailbox", Optional.empty()));
    }

    private FlowHandle startedRoot(ResetFlow reset) {
        fixture.with("root", AccountStatus.ACTIVE, Account.Privilege.PRIVILEGED, ResetFixture.MAIL);
        return fixture.started(reset, "root");
    }

    private static Account promoted(Account one) {
        return new Account(
                one.id(),
                one.status(),
                Account.Privilege.PRIVILEGED,
                one.generation(),
                one.locale(),
                one.destinations(),
                one.words());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice@example.org",
                "ALICE@EXAMPLE.ORG",
                "alice+work@example.org",
                "Alice+a.b@Example.org",
            })
    void secondKind_reachingTheSameMailboxUnderAnotherSpelling_doesNotCount(String alias) {
        enrol(new Destination("x", Channel.EMAIL, alias).endpoint());
        ResetFlow reset = reset();
        FlowHandle handle = startedRoot(reset);

        assertThat(fixture.notifier.messages())
                .as("an account that can make one proof only is told so")
                .singleElement()
                .satisfies(message -> assertThat(message.content())
                        .isEqualTo(new MessageContent.ResetNotPossible(
                                MessageContent.ResetNotPossible.Reason.TOO_FEW_METHODS)));
        assertThat(reset.answer(handle, Secret.of("AAAAAAAAAA"))).isEqualTo(new AnswerResult.NotProven(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.li.ce@gmail.com", "alice+x@googlemail.com", "ALICE@gmail.com"})
    void gmail_ignoresDots_soDoWe(String alias) {
        assertThat(new Destination("x", Channel.EMAIL, alias).endpoint())
                .isEqualTo(new Destination("y", Channel.EMAIL, "alice@gmail.com").endpoint());
    }

    @Nested
    class WithASecondMailbox {
        private final ResetFlow reset = reset();
        private FlowHandle handle;

        @BeforeEach
        void start() {
            enrol(new Destination("x", Channel.EMAIL, "other@example.net").endpoint());
            handle = startedRoot(reset);
        }

        private Secret secondCode() {
            reset.choose(handle, SECOND);
            fixture.executor.runAll();
            return second.codeFor(put.get(put.size() - 1));
        }

        @Test
        void proofs_twoOfDifferentKindAndEndpoint_openTheWay() {
            AnswerResult first = reset.answer(handle, fixture.codeTo(ResetFixture.MAIL));
            AnswerResult then = reset.answer(handle, secondCode());

            assertThat(((AnswerResult.MoreNeeded) first).offers())
                    .containsExactly(new MethodOffer(SECOND, Optional.of("another mailbox")));
            assertThat(then).isEqualTo(new AnswerResult.Proven());
            assertThat(reset.complete(handle, ResetFixture.NEW)).isInstanceOf(CompleteResult.Done.class);
        }

        @Test
        @Tag("R-FLOW-1")
        void firstKind_again_isNotOffered() {
            reset.answer(handle, fixture.codeTo(ResetFixture.MAIL));

            assertThat(reset.choose(handle, MethodKind.EMAIL_CODE)).isEqualTo(Refused.of(Refusal.METHOD_NOT_OFFERED));
            assertThat(reset.choose(handle, MethodKind.SMS_CODE)).isEqualTo(Refused.of(Refusal.METHOD_NOT_OFFERED));
        }

        @Test
        @Tag("R-ENUM-3")
        void secondKind_beforeTheFirst_isNotOffered() {
            assertThat(reset.choose(handle, SECOND)).isEqualTo(Refused.of(Refusal.METHOD_NOT_OFFERED));
        }

        @Test
        @Tag("R-FLOW-5")
        @Tag("V-AUTHZ-1")
        @Tag("V-STEP-1")
        void password_afterOneProofOfTwo_isNotTaken() {
            assertThat(reset.complete(handle, ResetFixture.NEW)).isEqualTo(Refused.of(Refusal.NOT_NOW));
            reset.answer(handle, fixture.codeTo(ResetFixture.MAIL));
            assertThat(reset.complete(handle, ResetFixture.NEW)).isEqualTo(Refused.of(Refusal.NOT_NOW));
            reset.choose(handle, SECOND);
            fixture.executor.runAll();
            assertThat(reset.complete(handle, ResetFixture.NEW)).isEqualTo(Refused.of(Refusal.NOT_NOW));
        }

        @Test
        @Tag("R-RACE-1")
        void firstCode_again_isNoSecondProof() {
            Secret code = fixture.codeTo(ResetFixture.MAIL);
            reset.answer(handle, code);

            assertThat(reset.answer(handle, code)).isInstanceOf(AnswerResult.MoreNeeded.class);
            secondCode();
            assertThat(reset.answer(handle, code)).isInstanceOf(AnswerResult.MoreNeeded.class);
            assertThat(reset.complete(handle, ResetFixture.NEW)).isEqualTo(Refused.of(Refusal.NOT_NOW));
        }

        @Test
        @Tag("R-CFG-4")
        void mailbox_provenUnderAnOlderKey_doesNotCountAgain() {
            reset.answer(handle, fixture.codeTo(ResetFixture.MAIL));
            enrol(ResetFixture.MAIL.endpoint());
            fixture.olderKeys = List.of(new KeyRing.Raw((byte) fixture.keyId, fixture.master.clone()));
            fixture.keyId = 2;
            fixture.master[1] = 99;
            ResetFlow rotated = fixture.reset();

            rotated.choose(handle, SECOND);
            fixture.executor.runAll();

            assertThat(put.get(put.size() - 1).methodId()).isNotEqualTo("s1");
        }

        @Test
        @Tag("R-LOG-4")
        void verifier_thatFailsAfterAProof_isUnavailableAndLosesNothing() {
            second.faults().fail();
            assertThatThrownBy(() -> reset.answer(handle, fixture.codeTo(ResetFixture.MAIL)))
                    .isInstanceOf(UnavailableException.class)
                    .hasNoCause();
            second.faults().heal();

            assertThat(reset.answer(handle, fixture.codeTo(ResetFixture.MAIL)))
                    .isInstanceOf(AnswerResult.MoreNeeded.class);
            assertThat(reset.answer(handle, secondCode())).isEqualTo(new AnswerResult.Proven());
        }

        @Test
        @Tag("R-FLOW-6")
        @Tag("V-STEP-7")
        void privilege_gainedMeanwhile_takesAnotherProof() {
            ResetFixture own = new ResetFixture().withAlice();
            own.through(call -> call.is("UserStore.load")
                    ? own.users.load(ResetFixture.ALICE_ID).map(GuardsTest::promoted)
                    : call.go());
            ResetFlow there = own.reset();

            CompleteResult result = there.complete(own.proven(there), ResetFixture.NEW);

            assertThat(result).isEqualTo(new NotPossible(NotPossible.Reason.MORE_PROOFS_NEEDED, Purpose.RESET));
        }
    }
}
