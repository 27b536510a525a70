package dev.sspr.password;

import static dev.sspr.password.PasswordFixture.ADA;
import static dev.sspr.password.PasswordFixture.GOOD;
import static dev.sspr.password.PasswordFixture.RESET;
import static dev.sspr.password.PasswordFixture.change;
import static dev.sspr.password.PasswordFixture.codes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.policy.PasswordPolicy;
import dev.sspr.policy.PasswordPolicy.ReuseRules;
import dev.sspr.spi.Secret;
import dev.sspr.spi.memory.InMemoryPasswordHistory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How far a password must be from earlier ones. */
@Tag("R-PWD-11")
class ReuseTest {
    private final InMemoryPasswordHistory history = InMemoryPasswordHistory.forTests();
    private final PasswordRules rules = new PasswordRules(
                    PasswordPolicy.standard().reuse(new ReuseRules(3, 1, 4, Duration.ofHours(24))))
            .with(history);

    @Test
    void similar_isRefusedBelowTheNumberOfEdits() {
        assertThat(codes(rules, "gluttonous ferret pie", change("gluttonous ferret jam")))
                .containsExactly("password.similar-to-current");
        assertThat(codes(rules, "Xgluttonous Ferret pie9", change("gluttonous ferret pie")))
                .containsExactly("password.similar-to-current");
        assertThat(codes(rules, "gluttonous ferret pie", change("gluttonous weasel pie")))
                .isEmpty();
    }

    @Test
    void same_isRefusedForBothReasons() {
        assertThat(codes(rules, GOOD, change(GOOD)))
                .containsExactly("password.same-as-current", "password.similar-to-current");
    }

    @Test
    void earlier_isRefusedAsDeepAsThePolicySays() {
        for (String one : List.of("the fourth last password", "third last one it is", "second last one here", GOOD)) {
            history.remember(ADA.id(), Secret.of(one));
        }
        PasswordContext change = change("something entirely else");

        assertThat(codes(rules, "third last one it is", change)).containsExactly("password.used-before");
        assertThat(codes(rules, "the fourth last password", change)).isEmpty();
        assertThat(codes(rules, GOOD, RESET)).containsExactly("password.used-before");
        assertThat(codes(rules, "second last one here", RESET)).isEmpty();
    }

    @Test
    void young_isRefusedOnChangeAndNeverOnReset() {
        assertThat(codes(rules, GOOD, change("something entirely else").aged(Duration.ofHours(23))))
                .containsExactly("password.too-soon");
        assertThat(codes(rules, GOOD, change("something entirely else").aged(Duration.ofHours(24))))
                .isEmpty();
        assertThat(codes(rules, GOOD, RESET.aged(Duration.ofHours(1)))).isEmpty();
    }
}
