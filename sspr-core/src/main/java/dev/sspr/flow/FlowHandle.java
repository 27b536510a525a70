package dev.sspr.flow;

import dev.sspr.spi.Secret;

/**
 * The value that a host keeps between two requests of one user: an opaque text with the secret that binds the flow to
 * the browser that began it (R-FLOW-10). Keep it in the session, or in a cookie that is Secure, HttpOnly and SameSite.
 *
 * <p>{@link #of} takes any text. The flow refuses an unknown handle in the same way as an expired one.
 */
public final class FlowHandle {
    /** The maximum length that is parsed. */
    private static final int MAX_LENGTH = 128;

    private final Secret text;

    private FlowHandle(Secret text) {
        this.text = text;
    }

    /**
     * Reads a handle from a browser.
     *
     * @param text any text
     * @return a handle; if the text is not one, a handle that opens nothing
     */
    public static FlowHandle of(CharSequence text) {
        return new FlowHandle(Secret.of(text.length() > MAX_LENGTH ? "" : text));
    }

    /**
     * Wraps a secret.
     *
     * @param text the handle's text
     * @return a handle
     */
    public static FlowHandle of(Secret text) {
        return new FlowHandle(text);
    }

    /**
     * Returns the text to keep. It gives access to the flow: keep it out of URLs and logs.
     *
     * @return 65 characters of the base64url alphabet
     */
    public String expose() {
        return text.exposeTo(String::new);
    }

    /** {@return the handle's text as a secret} */
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

    /** Hides the text. */
    @Override
    public String toString() {
        return "FlowHandle[hidden]";
    }
}
