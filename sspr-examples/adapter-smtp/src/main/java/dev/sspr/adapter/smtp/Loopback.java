package dev.sspr.adapter.smtp;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which hosts are this machine, told from their spelling: a name service is never asked. */
final class Loopback {
    private static final Pattern SPELLINGS =
            Pattern.compile("localhost|127(?:\\.(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}|::1|\\[::1]");

    private Loopback() {}

    static boolean isLoopback(String host) {
        return SPELLINGS.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }
}
