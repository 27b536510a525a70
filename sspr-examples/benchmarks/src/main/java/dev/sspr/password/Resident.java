package dev.sspr.password;

/** What a list holds on to, array by array; the heap itself also rounds big arrays up to regions of the collector. */
public final class Resident {
    private Resident() {}

    /**
     * Bytes of all arrays of a list.
     *
     * @param list any list
     * @return the bytes
     */
    public static long bytes(BannedTerms list) {
        return list.index().residentBytes();
    }
}
