package dev.sspr.quickstart;

import dev.sspr.Sspr;
import dev.sspr.spi.AccountId;
import java.util.HexFormat;

/** Stands in for the quickstart. */
public final class Quickstart {

    private Quickstart() {}

    /**
     * Runs it.
     *
     * @param args {@code --script} runs unattended
     */
    public static void main(String[] args) {
        System.out.println(HexFormat.of().formatHex(Sspr.fingerprint(new AccountId("a-1"))));
    }
}
