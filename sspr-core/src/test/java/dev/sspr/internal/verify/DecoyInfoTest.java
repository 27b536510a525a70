package dev.sspr.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.sspr.fixture.ResetFixture;
import dev.sspr.fixture.VerifierFixture;
import dev.sspr.internal.secret.KeyRing;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.oath.OathToken;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Response;
import dev.sspr.spi.UserId;
import dev.sspr.spi.VerifierState;
import dev.sspr.spi.memory.InMemoryMethodStore;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A response to a challenge of an app costs the caller's thread as much whatever the account holds. */
@Tag("F2-S6")
@Tag("R-ENUM-4")
class DecoyInfoTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final long SEED = 20260107;
    private static final int WARM_UP = 300;
    private static final int ROUNDS = 300;
    /** Bytes of lists that have a place for each method; opening a body takes more than 6,000. */
    private static final long TOLERANCE = 1000;

    private final KeyRing keys = new ResetFixture().keys();
    private final InMemoryMethodStore stored = new InMemoryMethodStore();
    private final SecurityInfoStore infos = new SecurityInfoStore(stored, keys);
    private final List<UserId> users = new ArrayList<>();

    DecoyInfoTest() {
        users.add(new UserId("nobody-" + "0".repeat(29)));
        for (int apps = 0; apps <= 5; apps++) {
            UserId user = new UserId(new UUID(7, apps).toString());
            SecurityInfo info = SecurityInfo.none(user);
            for (int i = 0; i < apps; i++) {
                info = info.with(app(i));
            }
            infos.store(info);
            users.add(user);
        }
    }

    private static RegisteredMethod app(int number) {
        String id = new Digest(3, number).hex();
        return new RegisteredMethod(
                id,
                MethodKind.APP_CODE,
                "Authenticator app",
                RegisteredMethod.State.VERIFIED,
                NOW.minusSeconds(60),
                NOW.minusSeconds(60),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(OathState.timed(OathToken.Hash.SHA1, 6, 30, new byte[20], "Authenticator app")
                        .credential(id)),
                Optional.empty());
    }

    /** For each account, the median of the bytes that a call allocates beyond that for the first account. */
    private List<Long> more(Function<UserId, Object> call) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        List<List<Long>> spent =
                users.stream().<List<Long>>map(user -> new ArrayList<>()).toList();
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6));
        Random random = new Random(SEED);
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            Collections.shuffle(order, random);
            for (int which : order) {
                long before = threads.getCurrentThreadAllocatedBytes();
                Object answer = call.apply(users.get(which));
                long after = threads.getCurrentThreadAllocatedBytes();
                assertThat(answer).isNotNull();
                if (round >= WARM_UP) {
                    spent.get(which).add(after - before);
                }
            }
        }
        List<Long> medians = spent.stream()
                .map(one -> one.stream().sorted().toList().get(ROUNDS / 2))
                .toList();
        return medians.stream().map(one -> Math.abs(one - medians.get(0))).toList();
    }

    @Test
    @DisplayName("F2-S6: security info with up to five apps has the size of the decoy's")
    void bodies_ofUsualAccounts_haveTheSizeOfTheDecoy() {
        int decoy = new DecoyInfo(keys).set().body().size();

        assertThat(users.subList(1, users.size()))
                .allSatisfy(user -> assertThat(
                                stored.find(user).orElseThrow().body().size())
                        .isEqualTo(decoy));
    }

    @Test
    @DisplayName("F2-S6: loading costs as much for an account without security info")
    void load_ofAnyAccount_costsAsMuch() {
        assertThat(more(infos::load)).as("seed %s", SEED).allMatch(bytes -> bytes <= TOLERANCE);
    }

    @Test
    @DisplayName("F2-S6: a wrong code of an app costs as much for a decoy and for up to five apps")
    void wrongCode_ofAnyAccount_costsAsMuch() {
        CredentialMethods apps = new CredentialMethods(AppCodesFixture.apps(3), infos, () -> NOW);
        String decoy = apps.decoy(new Digest(5, 6)).id();
        Response wrong = VerifierFixture.typed("000000".toCharArray());
        Function<UserId, Object> answer = user -> {
            Challenge challenge = new Challenge(
                    new Digest(1, 1),
                    new FlowId(new Digest(2, 2)),
                    Purpose.RESET,
                    user,
                    Generation.of(1),
                    MethodKind.APP_CODE,
                    user.equals(users.get(0)) ? decoy : "own-0123456789abcdef",
                    NOW,
                    NOW.plus(Duration.ofMinutes(5)));
            MfaVerifier.Result said = apps.check(challenge, VerifierState.EMPTY, wrong, NOW);
            assertThat(said).isEqualTo(MfaVerifier.Result.WRONG);
            return said;
        };

        assertThat(more(answer)).as("seed %s", SEED).allMatch(bytes -> bytes <= TOLERANCE);
    }
}
