package dev.sspr.flow;

import dev.sspr.internal.bounds.PastedText;
import dev.sspr.spi.Secret;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link of a message, taken apart. Parsing looks at the text alone: it checks no token and spends none (R-FLOW-11).
 *
 * @param kind the kind, which says which call takes the token
 * @param token the token to pass to that call; as secret as the link
 */
public record MessageLink(LinkKind kind, Secret token) {
    /** A mail program may fold or quote a link, which makes it longer; no link is as long as this. */
    private static final int MAX_LENGTH = 4096;

    private static final Pattern LINK =
            Pattern.compile("(?:(?:https?://[^#]*?)?(?:#|%23))?([a-z-]{1,32})=([A-Za-z0-9_-]{65})");

    /** Checks that no part is null. */
    public MessageLink {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(token, "token");
    }

    /**
     * Takes a link as a user pastes it or a page's script posts it: the whole address or its fragment, with {@code #},
     * with {@code %23} for it, or without it. White space, line breaks and invisible
     * characters are left out.
     *
     * @param pasted any text
     * @return the link; empty for any other text
     */
    public static Optional<MessageLink> parse(Secret pasted) {
        return pasted.length() > MAX_LENGTH ? Optional.empty() : pasted.exposeTo(MessageLink::parse);
    }

    private static Optional<MessageLink> parse(char[] chars) {
        StringBuilder text = new StringBuilder(chars.length);
        CharBuffer.wrap(chars)
                .codePoints()
                .filter(point -> !PastedText.isPadding(point))
                .forEach(text::appendCodePoint);
        Matcher link = LINK.matcher(text);
        return link.matches()
                ? Arrays.stream(LinkKind.values())
                        .filter(kind -> kind.fragmentName().equals(link.group(1)))
                        .map(kind -> new MessageLink(kind, Secret.of(link.group(2))))
                        .findFirst()
                : Optional.empty();
    }
}
