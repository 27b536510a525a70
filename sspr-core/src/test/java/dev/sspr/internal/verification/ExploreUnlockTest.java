package dev.sspr.internal.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.CustomGuards;
import dev.sspr.fixture.TestedFlow;
import dev.sspr.internal.engine.Environment;
import dev.sspr.internal.unlock.UnlockAction;
import dev.sspr.internal.unlock.UnlockFlow;
import dev.sspr.internal.unlock.UnlockFlowKind;
import dev.sspr.internal.verification.ExploreConfig.Can;
import dev.sspr.internal.verification.state.Guards;
import dev.sspr.internal.verification.state.Proof;
import dev.sspr.internal.verification.work.FlowServices;
import dev.sspr.internal.verify.MethodCatalog;
import dev.sspr.password.PasswordRules;
import dev.sspr.policy.Limits;
import dev.sspr.policy.PasswordPolicy;
import dev.sspr.policy.ResetPolicy;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountUnlocker;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.WriteId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The properties of the explorer for unlocks, and P14: an unlock never sets a password nor switches an account on. */
@Tag("G1")
@Tag("P14")
@Tag("R-FLOW-8")
class ExploreUnlockTest {
    private static final int CAP = 30_000;

    private static final ExploreConfig GUESSES = ExploreConfig.of("unlock: guesses, nothing owned, k=1", 1)
            .mailFirst()
            .bounds(2, 1, 2)
            .with(Can.UNLOCK, Can.VICTIM, Can.LEAK_CODE);
    private static final ExploreConfig OWNED = ExploreConfig.of("unlock: mailbox owned, k=2", 2)
            .owning("mail")
            .bounds(2, 2, 0)
            .with(Can.UNLOCK, Can.VICTIM);
    private static final ExploreConfig HOST = ExploreConfig.of("unlock: host events, mailbox owned, k=1", 1)
            .mailFirst()
            .owning("mail")
            .bounds(1, 1, 1)
            .events(2, 0)
            .with(
                    Can.UNLOCK,
                    Can.VICTIM,
                    Can.DISABLE,
                    Can.DELETE,
                    Can.MAIL_CHANGE,
                    Can.PASSWORD,
                    Can.PRIVILEGE,
                    Can.REPORT);
    private static final ExploreConfig CRASHES = ExploreConfig.of("unlock: two faults, mailbox owned, k=1", 1)
            .mailFirst()
            .owning("mail")
            .bounds(1, 1, 2)
            .events(0, 2)
            .with(Can.UNLOCK, Can.CRASH, Can.FAIL, Can.CANCEL, Can.SWEEP);
    private static final ExploreConfig CRASHES_HOST = ExploreConfig.of("unlock: one fault and host event, k=1", 1)
            .mailFirst()
            .owning("mail")
            .bounds(1, 1, 1)
            .events(1, 1)
            .with(Can.UNLOCK, Can.CRASH, Can.FAIL, Can.DISABLE, Can.DELETE, Can.PASSWORD, Can.REPORT);
    private static final ExploreConfig OVERLAP_HOST = ExploreConfig.of("unlock: a call and a host event at once", 1)
            .mailFirst()
            .owning("mail")
            .bounds(1, 1, 1)
            .events(1, 0)
            .with(Can.UNLOCK, Can.OVERLAP, Can.DISABLE, Can.DELETE, Can.PASSWORD, Can.PRIVILEGE, Can.REPORT);
    private static final ExploreConfig OVERLAP = ExploreConfig.of("unlock: two calls at once, k=1", 1)
            .mailFirst()
            .owning("mail")
            .bounds(2, 1, 1)
            .with(Can.UNLOCK, Can.OVERLAP, Can.CANCEL, Can.VICTIM);

    static List<ExploreConfig> runs() {
        return List.of(GUESSES, OWNED, HOST, CRASHES, CRASHES_HOST, OVERLAP_HOST, OVERLAP);
    }

    private static TestedFlow unlock(
            Guards guards,
            Environment environment,
            MethodCatalog catalog,
            AccountUnlocker unlocker,
            Optional<PasswordVerifier> verifier) {
        return TestedFlow.of(CustomGuards.unlock(guards, environment, catalog, unlocker, user -> {}));
    }

    private static Guards rules(ResetPolicy policy, Limits limits) {
        return new Guards(policy, limits, Purpose.UNLOCK);
    }

    private static ExploreReport explored(
            ExploreConfig run,
            BiFunction<ResetPolicy, Limits, Guards> rules,
            Optional<ExploreFault> lie,
            ExploreHost.Maker maker) {
        ExploreReport report = new Explorer(new ExploreHost(run, rules, lie, maker), CAP).explore();
        System.out.println(report);
        return report;
    }

    private static String broken(ExploreReport report) {
        return report.found().map(it -> it.broken().property()).orElse("nothing");
    }

    @ParameterizedTest
    @MethodSource("runs")
    void unlock_inEverySituation_keepsEveryProperty(ExploreConfig run) {
        ExploreReport report = explored(run, ExploreUnlockTest::rules, Optional.empty(), ExploreUnlockTest::unlock);

        assertThat(report.found()).isEmpty();
        assertThat(report.closed()).isTrue();
    }

    /** What an unlock does in the end. */
    private interface Deed {
        CommitAction of(Environment environment, AccountUnlocker unlocker, Secret password);
    }

    /** An unlock that does something else when it comes to the deed. */
    private static ExploreHost.Maker doing(Deed deed) {
        return (guards, environment, catalog, unlocker, verifier) -> {
            UnlockFlow real = new UnlockFlow(
                    FlowServices.with(environment, guards, new UnlockFlowKind(user -> {}), catalog),
                    new UnlockAction(unlocker, user -> false));
            return TestedFlow.of(
                    real, (handle, password) -> real.commit(handle, deed.of(environment, unlocker, password)));
        };
    }

    @Test
    void explorer_ofAnUnlockThatSetsAPassword_findsTheHole() {
        ExploreHost.Maker sets = doing((environment, unlocker, password) -> new PasswordCommit(
                        environment.users(), new PasswordRules(PasswordPolicy.standard()), Optional.empty())
                .reset(password));

        assertThat(broken(explored(OWNED.owning("mail", "phone"), ExploreUnlockTest::rules, Optional.empty(), sets)))
                .isEqualTo("P14");
    }

    /** Lifts whatever there is. */
    private record Blind(AccountUnlocker unlocker) implements CommitAction {
        @Override
        public List<Finding> findings(Account account, List<MethodKind> proven) {
            return List.of();
        }

        @Override
        public boolean sameAs(CommitAction other) {
            return true;
        }

        @Override
        public UserStore.PasswordWrite commit(UserId user, Generation expected, WriteId write) {
            unlocker.unlock(user, expected);
            return new UserStore.PasswordWrite.Written(expected);
        }

        @Override
        public void close() {}
    }

    @Test
    void explorer_ofAnUnlockThatDoesNotLookAtTheStatus_findsTheHole() {
        BiFunction<ResetPolicy, Limits, Guards> anything =
                (policy, limits) -> new Guards(policy, limits, Purpose.UNLOCK) {
                    @Override
                    public boolean usable(Account account) {
                        return true;
                    }
                };
        ExploreHost.Maker blind = doing((environment, unlocker, password) -> new Blind(unlocker));

        assertThat(broken(explored(HOST, anything, Optional.empty(), blind))).isIn("P5", "P14");
        assertThat(broken(explored(GUESSES.owning("mail"), ExploreUnlockTest::rules, Optional.empty(), blind)))
                .isEqualTo("P14");
    }

    @Test
    void explorer_withAStoreThatSwitchesAccountsOn_findsTheHole() {
        assertThat(broken(explored(
                        OVERLAP_HOST,
                        ExploreUnlockTest::rules,
                        Optional.of(ExploreFault.USERS_IGNORE_STATUS),
                        ExploreUnlockTest::unlock)))
                .isEqualTo("P14");
    }

    @Test
    void explorer_withoutEnoughProofs_findsTheHole() {
        BiFunction<ResetPolicy, Limits, Guards> lax = (policy, limits) -> new Guards(policy, limits, Purpose.UNLOCK) {
            @Override
            public boolean enough(List<Proof> proofs, int needed) {
                return true;
            }
        };

        assertThat(broken(explored(OWNED, lax, Optional.empty(), ExploreUnlockTest::unlock)))
                .isEqualTo("P1");
    }
}
