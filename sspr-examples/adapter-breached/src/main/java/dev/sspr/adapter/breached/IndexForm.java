package dev.sspr.adapter.breached;

/** What an index keeps of each hash. */
public enum IndexForm {
    /**
     * The first 88 bits of the SHA-1, about 11.2 bytes an entry. That is not the whole hash, which no form can hold in
     * less than 16.4 bytes an entry at 1.5 billion: a password that is not in the list is found with a probability of
     * entries / 2<sup>88</sup>, one in 2<sup>57</sup> or 4.8e-18 at 1.5 billion entries. Hashes that agree in 88 bits
     * become one entry (a chance of 4 in a billion that there are two such among 1.5 billion); both are found.
     */
    EXACT,
    /**
     * A place among 220 for each entry, about 9.9 bits an entry: a password that is not in the list is found with a
     * probability of one in 220.
     */
    APPROXIMATE
}
