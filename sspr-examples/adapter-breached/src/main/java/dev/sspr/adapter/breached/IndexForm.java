package dev.sspr.adapter.breached;

/** What an index keeps of each hash. */
public enum IndexForm {
    /**
     * The first 88 bits of the SHA-1, about 11.2 bytes an entry. That is not the whole hash: a password that is not in
     * the list is found with a probability of entries / 2<sup>88</sup>, one in 2<sup>57</sup> at 1.5 billion entries.
     */
    EXACT,
    /**
     * A place among 220 for each entry, about 9.9 bits an entry: a password that is not in the list is found with a
     * probability of one in 220.
     */
    APPROXIMATE
}
