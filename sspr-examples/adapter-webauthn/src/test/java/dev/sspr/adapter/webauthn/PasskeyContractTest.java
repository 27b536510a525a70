package dev.sspr.adapter.webauthn;

import dev.sspr.spi.kit.Repeats;
import org.junit.jupiter.api.Nested;

/** The passkey verifier against the kit: a response is bound to its challenge, and burned as well. */
final class PasskeyContractTest {
    @Nested
    class SyncedAndBound extends PasskeyContract {
        @Override
        SoftAuthenticator authenticator() {
            return SoftAuthenticator.of(-8)
                    .flags(SoftAuthenticator.UP | SoftAuthenticator.UV | SoftAuthenticator.BE | SoftAuthenticator.BS);
        }

        @Override
        protected Repeats repeats() {
            return Repeats.BOUND;
        }
    }

    @Nested
    class SyncedAndBurned extends PasskeyContract {
        @Override
        SoftAuthenticator authenticator() {
            return SoftAuthenticator.es256();
        }

        @Override
        protected Repeats repeats() {
            return Repeats.BURNED;
        }
    }

    @Nested
    class CountingAndBound extends PasskeyContract {
        @Override
        SoftAuthenticator authenticator() {
            return SoftAuthenticator.es256().counter(1);
        }

        @Override
        protected Repeats repeats() {
            return Repeats.BOUND;
        }
    }

    @Nested
    class CountingAndBurned extends PasskeyContract {
        @Override
        SoftAuthenticator authenticator() {
            return SoftAuthenticator.of(-257).counter(1);
        }

        @Override
        protected Repeats repeats() {
            return Repeats.BURNED;
        }
    }
}
