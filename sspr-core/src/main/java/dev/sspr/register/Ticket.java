package dev.sspr.register;

import dev.sspr.spi.Digest;
import dev.sspr.spi.Generation;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.Locale;

/**
 * What every state of an open registration keeps.
 *
 * @param handle digest of the browser's secret
 * @param deadline from when nothing works
 * @param locale the language of the browser
 * @param user who is signed in
 * @param accountName what a device shows
 * @param generation the account's credentials when it was opened: with others, nothing is stored (R-TOK-7)
 */
record Ticket(Digest handle, Instant deadline, Locale locale, UserId user, String accountName, Generation generation) {}
