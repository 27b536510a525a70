package dev.sspr.internal.messages;

import dev.sspr.spi.Account;
import java.util.Locale;
import java.util.Optional;

/**
 * The reader of a message.
 *
 * @param account the account that the message is about, if it may be named
 * @param fallback the language if the account has none
 */
public record Recipient(Optional<Account> account, Locale fallback) {
    Locale locale() {
        return account.flatMap(Account::locale).orElse(fallback);
    }
}
