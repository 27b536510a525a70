package dev.sspr.flow;

import dev.sspr.spi.Secret;

/**
 * What a host keeps between two requests of one person: an opaque text, and the secret that binds the flow to the
 * browser that began it (R-FLOW-10). Keep it in the session, or in a cookie that is Secure, HttpOnly and SameSite.
 *
 * <p>{@link #of} takes any text: one that no flow answers to is refused by the flow, in the same way as an old one.
 */
public final class FlowHandle {
    /** The longest text that is looked at. */
    private static final int MAX_LENGTH = 128;

    private final Secret text;

    private FlowHandle(Secret text) {
        this.text = text;
    }

    /**
     * Takes what came back from a browser.
     *
     * @param text any text
     * @return a handle; if the text is not one, a handle that opens nothing
     */
    public static FlowHandle of(CharSequence text) {
        return new FlowHandle(Secret.of(text.length() > MAX_LENGTH ? "" : text));
    }

    /**
     * Takes a secret as it is.
     *
     * @param text the handle's text
     * @return a handle
     */
    public static FlowHandle of(Secret text) {
        return new FlowHandle(text);
    }

    /**
     * The text to keep. Whoever has it continues the flow: it never belongs in a URL or a log.
     *
     * @return 65 characters of the base64url alphabet
     */
    public String expose() {
        return text.exposeTo(String::new);
    }

    /**
     * The same as a secret.
     *
     * @return the text
     */
    public Secret secret() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FlowHandle that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Never the text. */
    @Override
    public String toString() {
        return "FlowHandle[hidden]";
    }
}
