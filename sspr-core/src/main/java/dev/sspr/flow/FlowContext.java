package dev.sspr.flow;

import dev.sspr.spi.UserId;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The origin of a call, as the host knows it.
 *
 * @param locale the user's language, as the host negotiated it; messages prefer the account's own language; variants
 *     and extensions are dropped
 * @param source an address prefix or device that the host trusts, 1 to 64 printable ASCII characters; never a raw
 *     forwarded header (R-RATE-6). It is counted and audited, nothing else.
 * @param agent the help desk agent who makes the call for the user, from the agent's own session; empty for the user
 *     alone. The agent who begins a recovery cannot approve it.
 */
public record FlowContext(
        @NotNull Locale locale,
        @NotNull Optional<String> source,
        @NotNull Optional<UserId> agent) {
    /** The most characters a source can have. */
    public static final int MAX_SOURCE_LENGTH = 64;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the source is empty, too long, or not printable ASCII
     */
    public FlowContext {
        locale = new Locale.Builder()
                .setLanguageTag(locale.toLanguageTag())
                .clearExtensions()
                .setVariant("")
                .build();
        source.ifPresent(FlowContext::check);
        Objects.requireNonNull(agent, "agent");
    }

    /**
     * A context without an agent.
     *
     * @param locale the language
     * @param source where the call comes from, if the host knows it
     */
    public FlowContext(@NotNull Locale locale, @NotNull Optional<String> source) {
        this(locale, source, Optional.empty());
    }

    /**
     * Makes a copy for a call that an agent makes for the user.
     *
     * @param who the agent's account, from the agent's own session
     * @return the copy
     */
    public FlowContext by(UserId who) {
        return new FlowContext(locale, source, Optional.of(who));
    }

    private static void check(String source) {
        boolean sound = !source.isEmpty() && source.length() <= MAX_SOURCE_LENGTH;
        for (int i = 0; i < source.length() && sound; i++) {
            sound = source.charAt(i) > ' ' && source.charAt(i) < 0x7f;
        }
        if (!sound) {
            throw new IllegalArgumentException(
                    "source must be 1 to " + MAX_SOURCE_LENGTH + " printable ASCII characters without spaces");
        }
    }

    /**
     * A context of a language alone.
     *
     * @param locale the language
     * @return a context without a source
     */
    public static FlowContext of(Locale locale) {
        return new FlowContext(locale, Optional.empty());
    }

    /**
     * A context of a language and a source.
     *
     * @param locale the language
     * @param source where the call comes from
     * @return a context
     */
    public static FlowContext of(Locale locale, String source) {
        return new FlowContext(locale, Optional.of(source));
    }
}
