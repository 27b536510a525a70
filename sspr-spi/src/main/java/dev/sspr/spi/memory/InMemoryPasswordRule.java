package dev.sspr.spi.memory;

import dev.sspr.spi.Account;
import dev.sspr.spi.Finding;
import dev.sspr.spi.PasswordRule;
import dev.sspr.spi.Secret;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * A rule that refuses what a test sets; at first nothing.
 *
 * <p><b>Threads.</b> Safe for use by many threads; a change is seen by every call that begins after it.
 */
public final class InMemoryPasswordRule implements PasswordRule {
    private final Faults faults = new Faults("the password rule");
    private volatile BiFunction<Secret, Account, List<Finding>> answer = (password, account) -> List.of();

    /** Makes a rule that refuses nothing. */
    public InMemoryPasswordRule() {}

    /**
     * The failures that a test can request.
     *
     * @return always the same
     */
    public Faults faults() {
        return faults;
    }

    /**
     * Sets the rule's answers.
     *
     * @param answer returns the findings for a password and an account; called outside any lock
     */
    public void answerWith(BiFunction<Secret, Account, List<Finding>> answer) {
        this.answer = Objects.requireNonNull(answer, "answer");
    }

    @Override
    public List<Finding> check(Secret password, Account account) {
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(account, "account");
        return faults.around("check", () -> List.copyOf(answer.apply(password, account)));
    }
}
