package dev.sspr.adapter.breached;

/** Told how far a building has come, about once for each million hashes. */
@FunctionalInterface
public interface BuildProgress {
    /** What is being done. */
    enum Phase {
        /** The list is read and sorted in parts; counts bytes. */
        READING,
        /** The parts are merged into the index; counts hashes, each duplicate once. */
        WRITING
    }

    /**
     * Hears how far it is.
     *
     * @param phase what is being done
     * @param done how much is done
     * @param total of how much, at most
     */
    void at(Phase phase, long done, long total);
}
