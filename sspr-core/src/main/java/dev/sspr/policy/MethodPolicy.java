package dev.sspr.policy;

import java.util.Objects;

/**
 * What methods are like, and what they may be used for.
 *
 * @param uses which kind may be used for what
 * @param app codes of authenticator apps
 * @param tokens codes of hardware tokens
 * @param questions security questions
 * @param recoveryCodes codes that people write down
 * @param passes what the help desk hands out
 */
public record MethodPolicy(
        MethodUses uses,
        AuthenticatorPolicy app,
        TokenPolicy tokens,
        QuestionPolicy questions,
        RecoveryCodePolicy recoveryCodes,
        AccessPassPolicy passes) {
    /** Checks that nothing is missing. */
    public MethodPolicy {
        Objects.requireNonNull(uses, "uses");
        Objects.requireNonNull(app, "app");
        Objects.requireNonNull(tokens, "tokens");
        Objects.requireNonNull(questions, "questions");
        Objects.requireNonNull(recoveryCodes, "recoveryCodes");
        Objects.requireNonNull(passes, "passes");
    }

    /**
     * The numbers of the {@code standard} preset.
     *
     * @return the defaults
     */
    public static MethodPolicy standard() {
        return new MethodPolicy(
                MethodUses.standard(),
                AuthenticatorPolicy.standard(),
                TokenPolicy.standard(),
                QuestionPolicy.standard(),
                RecoveryCodePolicy.standard(),
                AccessPassPolicy.standard());
    }
}
