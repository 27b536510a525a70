package dev.sspr.outcome;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which outcome stands for what: for a constant of an enum, for a record's class, for the code of a finding. */
final class Table {
    private final Map<String, Outcome> ids = new LinkedHashMap<>();
    private final Map<Object, Outcome> keys = new LinkedHashMap<>();

    Table row(String id, Disclosure disclosure, Object key) {
        return row(id, disclosure, List.of(), key);
    }

    Table row(String id, Disclosure disclosure, List<String> entra, Object... stands) {
        Outcome outcome = new Outcome("SSPR-" + id, disclosure, entra);
        if (ids.put(outcome.id(), outcome) != null) {
            throw new IllegalStateException(id + " is given twice");
        }
        for (Object key : stands) {
            if (keys.put(key, outcome) != null) {
                throw new IllegalStateException(key + " has two outcomes");
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
