package dev.sspr.spi.memory;

import dev.sspr.spi.Finding;
import dev.sspr.spi.PasswordRule;
import dev.sspr.spi.Secret;
import dev.sspr.spi.kit.PasswordRuleContract;
import java.util.List;

public class InMemoryPasswordRuleTest extends PasswordRuleContract {
    private static final Secret REFUSED = Secret.of("Purple monkey dishwasher");

    protected final InMemoryPasswordRule rule = new InMemoryPasswordRule();

    public InMemoryPasswordRuleTest() {
        rule.answerWith(
                (password, account) -> password.equals(REFUSED) ? List.of(Finding.of("example.xkcd")) : List.of());
    }

    @Override
    protected PasswordRule rule() {
        return rule;
    }

    @Override
    protected Secret refused() {
        return REFUSED;
    }

    @Override
    protected Secret accepted() {
        return Secret.of("Green lemur lawnmower");
    }

    @Override
    protected String kept() {
        return "";
    }

    @Override
    protected void outage(boolean on) {
        Twins.outage(rule.faults(), on);
    }
}
