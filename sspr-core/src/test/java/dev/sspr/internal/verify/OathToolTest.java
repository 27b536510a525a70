package dev.sspr.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sspr.fixture.VerifierFixture;
import dev.sspr.internal.bytes.Base32;
import dev.sspr.oath.OathToken;
import dev.sspr.oath.OathToken.Factor;
import dev.sspr.policy.MethodPolicy.TokenRules;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import dev.sspr.spi.VerifierState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Codes agree with an independent implementation, the OATH Toolkit's {@code oathtool}, in both directions. */
@Tag("R-TOTP-1")
class OathToolTest {
    private static final long SEED = Long.getLong("sspr.oath.seed", System.nanoTime());
    private static final int SEEDS = Integer.getInteger("sspr.oath.seeds", 120);
    private static final List<OathToken.Hash> HASHES =
            List.of(OathToken.Hash.SHA1, OathToken.Hash.SHA256, OathToken.Hash.SHA512);
    private static final Random RANDOM = new Random(SEED);

    private final OathTokens tokens = new OathTokens(new TokenRules(1, 1, 10));

    @BeforeAll
    static void toolIsThere() throws Exception {
        System.out.println("-Dsspr.oath.seed=" + SEED);
        boolean there;
        try {
            there = run(List.of("oathtool", "--version")).startsWith("oathtool");
        } catch (IOException missing) {
            there = false;
        }
        if (!there && "true".equals(System.getenv("SSPR_REQUIRE_TOOLS"))) {
            fail("oathtool is missing: apt-get install oathtool");
        }
        assumeTrue(there, "oathtool is not installed (Debian: apt-get install oathtool)");
    }

    /** What it prints; empty if it says no. */
    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() == 0 ? output.strip() : "";
    }

    private static List<String> totp(OathToken token, int period, Instant at) {
        return List.of(
                "oathtool",
                "--base32",
                "--totp=" + token.hash().name().toLowerCase(Locale.ROOT),
                "--digits=" + token.digits(),
                "--time-step-size=" + period + "s",
                "--now=@" + at.getEpochSecond(),
                token.seed().exposeTo(String::new));
    }

    private static List<String> hotp(OathToken token, long counter) {
        return List.of(
                "oathtool",
                "--base32",
                "--hotp",
                "--digits=" + token.digits(),
                "--counter=" + counter,
                token.seed().exposeTo(String::new));
    }

    private static List<String> with(List<String> command, String... more) {
        List<String> longer = new ArrayList<>(command);
        longer.addAll(List.of(more));
        return longer;
    }

    private static OathToken token(OathToken.Hash hash, Factor factor) {
        byte[] seed = new byte[factor instanceof Factor.Time ? hash.seedBytes() : 16 + RANDOM.nextInt(49)];
        RANDOM.nextBytes(seed);
        int digits = RANDOM.nextBoolean() ? 6 : 8;
        return new OathToken("1", "", "", Secret.of(Base32.encode(seed)), hash, digits, factor);
    }

    private boolean accepts(OathToken token, String code, Instant now) {
        Credential held = OathTokens.imported(VerifierFixture.id(), token).credential();
        return tokens.check(
                        VerifierFixture.challenge(MethodKind.OATH_TOKEN, now),
                        VerifierState.EMPTY,
                        List.of(held),
                        VerifierFixture.typed(code),
                        now)
                instanceof CredentialVerifier.Verification.Passed;
    }

    private static String ours(OathToken token, long counter) {
        byte[] seed = token.seed().exposeTo(Base32::decode).orElseThrow();
        return new String(OathCode.of(token.hash(), seed, token.digits()).at(counter));
    }

    @Test
    void codesByTime_agreeBothWays() throws Exception {
        for (int i = 0; i < SEEDS; i++) {
            int period = RANDOM.nextBoolean() ? 30 : 60;
            OathToken token = token(HASHES.get(i % HASHES.size()), new Factor.Time(Duration.ofSeconds(period)));
            Instant at = Instant.ofEpochSecond(RANDOM.nextLong(20_000_000_000L));
            String theirs = run(totp(token, period, at));
            String ours = ours(token, at.getEpochSecond() / period);

            assertThat(accepts(token, theirs, at)).as("seed %s, %s", SEED, i).isTrue();
            assertThat(run(with(totp(token, period, at), "--window=0", ours)))
                    .as("seed %s, %s", SEED, i)
                    .isEqualTo("0");
        }
    }

    @Test
    void codesByPress_agreeBothWays() throws Exception {
        for (int i = 0; i < SEEDS; i++) {
            long counter = RANDOM.nextLong(1L << 40);
            OathToken token = token(OathToken.Hash.SHA1, new Factor.Presses(counter));
            String theirs = run(hotp(token, counter));

            assertThat(accepts(token, theirs, VerifierFixture.NOW))
                    .as("seed %s, %s", SEED, i)
                    .isTrue();
            assertThat(run(with(hotp(token, counter), "--window=0", ours(token, counter))))
                    .as("seed %s, %s", SEED, i)
                    .isEqualTo("0");
        }
    }
}
