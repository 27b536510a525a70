package dev.sspr.policy;

import dev.sspr.spi.Account;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The languages of messages, and how a message names the account. English ({@code en}) and Dutch ({@code nl}) are bundled.
 *
 * @param language the language of a message whose reader's language has no texts; default English
 * @param texts further languages, and texts that replace bundled ones, by language; default none
 * @param accountName returns the name by which a message calls an account; default empty for every account, so that
 *     messages name none. Set it where one mailbox serves several accounts. Control and format characters are left out, and
 *     64 code points are shown at most
 */
public record MessagePolicy(
        Locale language, Map<Locale, Map<String, String>> texts, Function<Account, Optional<String>> accountName) {
    private static final MessagePolicy STANDARD = new MessagePolicy(Locale.ENGLISH, Map.of(), MessagePolicy::unnamed);

    /** Copies the texts and checks that nothing is missing. */
    public MessagePolicy {
        Objects.requireNonNull(language, "messages.language");
        Objects.requireNonNull(accountName, "messages.accountName");
        Map<Locale, Map<String, String>> copies = new HashMap<>();
        texts.forEach((to, all) -> copies.put(to, Map.copyOf(all)));
        texts = Map.copyOf(copies);
    }

    private static Optional<String> unnamed(Account account) {
        return Optional.empty();
    }

    /** {@return the values of every preset} */
    public static MessagePolicy standard() {
        return STANDARD;
    }

    /** {@return a copy with another default language, which must be bundled or added} */
    public MessagePolicy language(Locale language) {
        return new MessagePolicy(language, texts, accountName);
    }

    /**
     * {@return a copy with other further texts}
     *
     * @param texts by language, then by the keys of {@code dev/sspr/internal/messages/en.properties} in the jar of sspr-core,
     *     with the placeholders of the English text. A language that is not bundled needs every key. A mistake is refused
     *     when the library is built
     */
    public MessagePolicy texts(Map<Locale, Map<String, String>> texts) {
        return new MessagePolicy(language, texts, accountName);
    }

    /** {@return a copy whose messages name the account} */
    public MessagePolicy accountName(Function<Account, Optional<String>> accountName) {
        return new MessagePolicy(language, texts, accountName);
    }
}
