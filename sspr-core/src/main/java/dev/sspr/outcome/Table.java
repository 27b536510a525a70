package dev.sspr.outcome;

import dev.sspr.outcome.Outcome.Disclosure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of the catalogue, in the order of the page. */
final class Table {
    private final Map<String, Outcome> ids = new LinkedHashMap<>();
    private final Map<Object, Outcome> keys = new LinkedHashMap<>();

    Table row(String id, Disclosure disclosure, String... entra) {
        Outcome outcome = new Outcome(Outcomes.PREFIX + id, disclosure, List.of(entra));
        if (ids.put(outcome.id(), outcome) != null) {
            throw new IllegalStateException(id + " is given twice");
        }
        return this;
    }

    /** Sets the values whose outcome is the last row: constants, classes, or codes of findings. */
    Table of(Object... values) {
        Outcome last = ids.values().stream().reduce((one, next) -> next).orElseThrow();
        for (Object value : values) {
            if (keys.put(value, last) != null) {
                throw new IllegalStateException(value + " has two outcomes");
            }
        }
        return this;
    }

    Map<String, Outcome> ids() {
        return ids;
    }

    Map<Object, Outcome> keys() {
        return keys;
    }
}
