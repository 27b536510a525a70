package dev.sspr.flow;

import java.util.Objects;

/**
 * What methods are like, and what they may be used for.
 *
 * @param uses which kind may be used for what
 * @param app codes of authenticator apps
 * @param tokens codes of hardware tokens
 */
public record MethodPolicy(MethodUses uses, AuthenticatorPolicy app, TokenPolicy tokens) {
    /**
     * Checks that nothing is missing.
     *
     * @param uses as above
     * @param app as above
     * @param tokens as above
     */
    public MethodPolicy {
        Objects.requireNonNull(uses, "uses");
        Objects.requireNonNull(app, "app");
        Objects.requireNonNull(tokens, "tokens");
    }

    /**
     * The numbers of the {@code standard} preset.
     *
     * @return the defaults
     */
    public static MethodPolicy standard() {
        return new MethodPolicy(MethodUses.standard(), AuthenticatorPolicy.standard(), TokenPolicy.standard());
    }
}
