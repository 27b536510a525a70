package dev.sspr.internal.verify;

import dev.sspr.fixture.VerifierFixture;
import dev.sspr.oath.OathToken.Factor;
import dev.sspr.spi.Response;
import java.time.Duration;
import java.time.Instant;

/** The same for tokens with a clock. */
class TimedTokensContractTest extends OathTokensContractTest {
    @Override
    Factor factor() {
        return new Factor.Time(Duration.ofSeconds(60));
    }

    @Override
    Response shown(String id, OathCode token, Instant now) {
        return VerifierFixture.typed(token.at(now.getEpochSecond() / 60));
    }
}
