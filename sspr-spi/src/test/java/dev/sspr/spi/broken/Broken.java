package dev.sspr.spi.broken;

import dev.sspr.spi.kit.Contract;
import java.util.Set;
import java.util.function.Supplier;

/**
 * An adapter that breaks one clause, with the fixture that a vendor would write for it.
 *
 * @param name what is wrong with it
 * @param clause the clause it breaks
 * @param overlaps clauses whose tests cannot help to fail too, because they stand on the broken one
 * @param fixture makes the contract class for each test anew
 */
record Broken(String name, String clause, Set<String> overlaps, Supplier<Contract> fixture) {
    static Broken of(String clause, String name, Supplier<Contract> fixture) {
        return new Broken(name, clause, Set.of(), fixture);
    }

    static Broken of(String clause, String name, Set<String> overlaps, Supplier<Contract> fixture) {
        return new Broken(name, clause, overlaps, fixture);
    }

    @Override
    public String toString() {
        return clause + " " + name;
    }
}
