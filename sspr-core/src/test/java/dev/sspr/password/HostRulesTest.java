package dev.sspr.password;

import static dev.sspr.password.PasswordFixture.ADA;
import static dev.sspr.password.PasswordFixture.GOOD;
import static dev.sspr.password.PasswordFixture.RESET;
import static dev.sspr.password.PasswordFixture.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.policy.PasswordPolicy;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.WriteId;
import dev.sspr.spi.memory.InMemoryPasswordHistory;
import dev.sspr.spi.memory.InMemoryPasswordRule;
import dev.sspr.spi.memory.InMemoryUserStore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a host plugs in: rules, a history, a list of breached passwords. */
class HostRulesTest {
    private final InMemoryPasswordRule rule = new InMemoryPasswordRule();
    private final InMemoryPasswordHistory history = InMemoryPasswordHistory.forTests();
    private final PasswordRules rules =
            new PasswordRules(PasswordPolicy.standard()).with(rule).with(history);

    @Test
    void rule_isHeardBesideTheLibrarys() {
        rule.answerWith((password, account) -> List.of(new Finding("example.no", Map.of("a", "b"))));

        assertThat(codes(rules, GOOD, RESET)).containsExactly("example.no");
    }

    @Test
    void ruleAndHistory_areNotAskedAboutAPasswordThatIsRefusedAnyway() {
        rule.faults().fail();
        history.faults().fail();

        assertThat(codes(rules, "short", RESET)).containsExactly("password.too-short");
        assertThat(rules.live(Secret.of(GOOD), RESET)).isNotEmpty();
    }

    @Test
    void history_isNotAskedAboutAPasswordThatTheHostRefuses() {
        rule.answerWith((password, account) -> List.of(Finding.of("example.no")));
        history.faults().fail();

        assertThat(codes(rules, GOOD, RESET)).containsExactly("example.no");
    }

    @Test
    @Tag("R-PWD-11")
    void history_thatWatchesAStore_knowsWhatThatHasWritten() {
        InMemoryUserStore users = InMemoryUserStore.forTests().add(ADA, Secret.of("old one"), new LoginName("ada"));
        UserStore watched = history.watching(users);

        watched.setPassword(
                ADA.id(), watched.load(ADA.id()).orElseThrow().generation(), Secret.of(GOOD), new WriteId("w-1"));
        watched.setPassword(ADA.id(), Generation.of(-1), Secret.of("never written at all"), new WriteId("w-1"));

        assertThat(codes(rules, GOOD, RESET)).containsExactly("password.used-before");
        assertThat(codes(rules, "never written at all", RESET)).isEmpty();
    }

    @Test
    @Tag("R-PWD-6")
    void outage_ofEither_isNoConsent() {
        rule.faults().fail();
        assertThatThrownBy(() -> codes(rules, GOOD, RESET)).isInstanceOf(BackendUnavailableException.class);
        rule.faults().heal();
        history.faults().fail();
        assertThatThrownBy(() -> codes(rules, GOOD, RESET)).isInstanceOf(BackendUnavailableException.class);
    }
}
