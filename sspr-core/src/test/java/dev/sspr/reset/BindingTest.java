package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.ResetFixture;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.NotPossible;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.ReportResult;
import dev.sspr.flow.StartResult;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.spi.StoredFlow;
import dev.sspr.spi.WriteId;
import dev.sspr.spi.memory.SignIn;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a flow, a code and a handle are bound to. */
class BindingTest {
    private static final Secret OTHER = Secret.of("set by an administrator meanwhile");

    private final ResetFixture fixture = new ResetFixture().withAlice();
    private final ResetFlow reset = fixture.reset();

    @Test
    @Tag("R-OTP-2")
    void codes_ofTwoFlowsSwapped_failAndAreCharged() {
        FlowHandle one = fixture.started(reset, "alice");
        Secret ones = fixture.codeTo(ResetFixture.MAIL);
        fixture.clock.advance(Duration.ofSeconds(61));
        FlowHandle two = fixture.started(reset, "alice");
        Secret twos = fixture.codeTo(ResetFixture.MAIL);

        assertThat(reset.answer(one, twos)).isEqualTo(new AnswerResult.NotProven(4));
        assertThat(reset.answer(two, ones)).isEqualTo(new AnswerResult.NotProven(4));
        assertThat(reset.answer(one, ones)).isEqualTo(new AnswerResult.Proven());
        assertThat(reset.answer(two, twos)).isEqualTo(new AnswerResult.Proven());
    }

    @Test
    @Tag("R-RATE-8")
    @Tag("V-RATE-7")
    @Tag("V-REUSE-1")
    void handles_ofEveryEarlierStep_restoreNothing() {
        FlowHandle handle = fixture.started(reset, "alice");
        FlowHandle copy = FlowHandle.of(handle.expose());
        for (int i = 0; i < 5; i++) {
            reset.answer(handle, Secret.of("AAAAAAAAAA"));
        }

        assertThat(reset.answer(copy, fixture.codeTo(ResetFixture.MAIL))).isEqualTo(Refused.of(Refusal.TOO_MANY_TRIES));
        assertThat(copy).isEqualTo(handle);
    }

    @Test
    @Tag("R-UNI-6")
    @Tag("V-BIND-5")
    void handle_ofOneTenant_isUnknownToAnotherOverTheSameStores() {
        fixture.tenant = "other";
        ResetFlow other = fixture.reset();
        FlowHandle handle = fixture.started(reset, "alice");
        Secret code = fixture.codeTo(ResetFixture.MAIL);
        StoredFlow before = fixture.stored(handle);

        assertThat(other.status(handle)).isEqualTo(FlowStatus.UNKNOWN);
        assertThat(other.answer(handle, code)).isEqualTo(Refused.of(Refusal.GONE));
        assertThat(other.answerLink(handle, fixture.linkTo(ResetFixture.MAIL))).isEqualTo(Refused.of(Refusal.GONE));
        assertThat(other.continueHere(fixture.linkTo(ResetFixture.MAIL))).isEqualTo(Refused.of(Refusal.GONE));
        assertThat(other.report(fixture.cancelTo(ResetFixture.MAIL))).isEqualTo(ReportResult.GONE);
        assertThat(other.complete(handle, ResetFixture.NEW)).isEqualTo(Refused.of(Refusal.GONE));
        assertThat(fixture.stored(handle)).isEqualTo(before);
        assertThat(reset.answer(handle, code)).isEqualTo(new AnswerResult.Proven());
    }

    @Test
    @Tag("R-UNI-6")
    void budgets_ofOneTenant_areNotAnothers() {
        fixture.tenant = "other";
        ResetFlow other = fixture.reset();
        for (int i = 0; i < 11; i++) {
            other.start("alice", FlowContext.of(Locale.ENGLISH));
        }

        assertThat(reset.start("alice", FlowContext.of(Locale.ENGLISH))).isInstanceOf(StartResult.Started.class);
    }

    @Test
    @Tag("V-BIND-5")
    @Tag("R-TOK-4")
    void flow_ofAnotherPurpose_isUnknown() {
        FlowHandle handle = fixture.started(reset, "alice");
        for (Purpose purpose : List.of(Purpose.CHANGE, Purpose.UNLOCK, Purpose.REGISTER)) {
            StoredFlow now = fixture.stored(handle);
            fixture.flows.replace(new StoredFlow(
                    now.id(), now.owner(), purpose, now.version() + 1, now.expiresAt(), now.wakeAt(), now.body()));
            assertThat(reset.status(handle)).isEqualTo(FlowStatus.UNKNOWN);
        }
    }

    @Test
    @Tag("R-TOK-4")
    void body_ofAnotherFlow_doesNotOpen() {
        FlowHandle mine = fixture.proven(reset);
        fixture.with("bob", AccountStatus.ACTIVE, Account.Privilege.ORDINARY, ResetFixture.PHONE);
        FlowHandle bobs = fixture.started(reset, "bob");
        StoredFlow own = fixture.stored(bobs);
        fixture.flows.replace(new StoredFlow(
                own.id(),
                own.owner(),
                own.purpose(),
                own.version() + 1,
                own.expiresAt(),
                own.wakeAt(),
                fixture.stored(mine).body()));

        assertThat(reset.status(bobs)).isEqualTo(FlowStatus.UNKNOWN);
    }

    @Nested
    class WhenSomethingChangesMeanwhile {
        private final FlowHandle handle = fixture.proven(reset);

        private NotPossible refused(NotPossible.Reason reason) {
            return new NotPossible(reason, Purpose.RESET);
        }

        @Test
        @Tag("R-TOK-8")
        @Tag("V-REUSE-6")
        void account_recreatedUnderTheSameId_isAnother() {
            fixture.users.remove(ResetFixture.ALICE_ID);
            fixture.withAlice();

            assertThat(reset.complete(handle, ResetFixture.NEW)).isEqualTo(refused(NotPossible.Reason.SUPERSEDED));
            assertThat(fixture.users.signsIn(ResetFixture.ALICE, ResetFixture.OLD))
                    .isEqualTo(SignIn.SIGNED_IN);
        }

        @Test
        @Tag("R-TOK-7")
        @Tag("V-REUSE-7")
        void destination_changed_endsTheFlow() {
            fixture.users.setDestinations(
                    ResetFixture.ALICE_ID, List.of(new Destination("m9", Channel.EMAIL, "new@example.org")));

            assertThat(reset.complete(handle, ResetFixture.NEW)).isEqualTo(refused(NotPossible.Reason.SUPERSEDED));
            assertThat(reset.status(handle)).isEqualTo(FlowStatus.ENDED);
        }

        @Test
        @Tag("R-TOK-7")
        @Tag("V-REUSE-5")
        void password_setByAnotherPath_endsTheFlow() {
            fixture.users.setPassword(
                    ResetFixture.ALICE_ID,
                    fixture.users.load(ResetFixture.ALICE_ID).orElseThrow().generation(),
                    OTHER,
                    new WriteId("w-1"));

            assertThat(reset.complete(handle, ResetFixture.NEW)).isEqualTo(refused(NotPossible.Reason.SUPERSEDED));
            assertThat(fixture.users.signsIn(ResetFixture.ALICE, OTHER)).isEqualTo(SignIn.SIGNED_IN);
        }

        @Test
        @Tag("R-TOK-8")
        void password_setBetweenTheLastLookAndTheWrite_isNotOverwritten() {
            ResetFixture racing = new ResetFixture().withAlice();
            racing.through(call -> {
                if (call.is("UserStore.setPassword")) {
                    racing.users.setPassword(
                            ResetFixture.ALICE_ID,
                            racing.users
                                    .load(ResetFixture.ALICE_ID)
                                    .orElseThrow()
                                    .generation(),
                            OTHER,
                            new WriteId("w-1"));
                }
                return call.go();
            });
            ResetFlow raced = racing.reset();

            CompleteResult result = raced.complete(racing.proven(raced), ResetFixture.NEW);

            assertThat(result).isEqualTo(refused(NotPossible.Reason.SUPERSEDED));
            assertThat(racing.users.signsIn(ResetFixture.ALICE, OTHER)).isEqualTo(SignIn.SIGNED_IN);
        }

        @Test
        @Tag("R-FLOW-7")
        @Tag("R-SESS-4")
        @Tag("V-STEP-8")
        @Tag("V-STEP-10")
        void account_notUsableAnyMore_getsNoPassword() {
            for (AccountStatus status : AccountStatus.values()) {
                ResetFixture own = new ResetFixture().withAlice();
                ResetFlow there = own.reset();
                FlowHandle proven = own.proven(there);
                own.users.setStatus(ResetFixture.ALICE_ID, status);

                CompleteResult result = there.complete(proven, ResetFixture.NEW);

                if (status.usable()) {
                    assertThat(result).isInstanceOf(CompleteResult.Done.class);
                    assertThat(own.users.signsIn(ResetFixture.ALICE, ResetFixture.NEW))
                            .isEqualTo(SignIn.SIGNED_IN);
                } else {
                    assertThat(result).isEqualTo(refused(NotPossible.Reason.ACCOUNT_NOT_USABLE));
                    assertThat(own.users.signsIn(ResetFixture.ALICE, ResetFixture.OLD))
                            .isEqualTo(SignIn.NOT_ACTIVE);
                }
            }
        }

        @Test
        @Tag("R-FLOW-7")
        void account_gone_getsNoPassword() {
            fixture.users.remove(ResetFixture.ALICE_ID);

            assertThat(reset.complete(handle, ResetFixture.NEW))
                    .isEqualTo(refused(NotPossible.Reason.ACCOUNT_NOT_USABLE));
        }
    }
}
