package dev.sspr.writeback;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Generation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** The accounts of one user in both stores. */
record AccountPair(Account first, Account second) {
    /** Returns the stricter status: a later constant is stricter, and an unknown status is the strictest. */
    AccountStatus status() {
        return first.status().compareTo(second.status()) >= 0 ? first.status() : second.status();
    }

    /** Returns a generation that changes with either of the two. It recurs only if both of them recur. */
    Generation generation() {
        return combined(first.generation(), second.generation());
    }

    static Generation combined(Generation first, Generation second) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            // a generation has no control characters, so the line end separates the two without doubt
            byte[] both = (first.value() + "\n" + second.value()).getBytes(StandardCharsets.UTF_8);
            return new Generation(Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest(both)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Returns the accounts as one. The last write is that of the first store, which decides between writers. */
    Account merged(DualWriteParts.Side contacts) {
        Account reached = contacts == DualWriteParts.Side.FIRST ? first : second;
        Account.Privilege privilege =
                first.privilege().compareTo(second.privilege()) >= 0 ? first.privilege() : second.privilege();
        List<String> words = Stream.concat(first.words().stream(), second.words().stream())
                .distinct()
                .limit(Account.MAX_WORDS)
                .toList();
        return new Account(
                first.id(),
                status(),
                privilege,
                generation(),
                reached.locale(),
                reached.destinations(),
                words,
                first.lastWrite());
    }
}
