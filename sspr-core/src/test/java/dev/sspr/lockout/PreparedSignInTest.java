package dev.sspr.lockout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.NodeFixture;
import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.lockout.SmartLockout.Location;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.Secret;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The form of a password that the check of a sign-in gets. */
@Tag("F2-P10")
class PreparedSignInTest {
    private final SmartLockout lockout = new RegistrationFixture().sspr.smartLockout();

    @Test
    @DisplayName("F2-P10: the check of a sign-in gets the password in the form that a reset stores")
    void check_getsThePreparedPassword() {
        List<String> checked = new ArrayList<>();
        for (String typed : List.of("Cafe\u0301 au lait\u00a0x", "Caf\u00e9 au lait x", "\u0007")) {
            lockout.guard(NodeFixture.ALICE, Location.UNFAMILIAR, Secret.of(typed), prepared -> {
                checked.add(prepared.exposeTo(String::new));
                return PasswordVerifier.Result.RIGHT;
            });
        }

        assertThat(checked).containsExactly("Caf\u00e9 au lait x", "Caf\u00e9 au lait x", "\u0007");
    }
}
