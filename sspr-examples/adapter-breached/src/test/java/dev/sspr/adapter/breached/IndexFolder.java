package dev.sspr.adapter.breached;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder with a list and an index built of it; {@code -Dsspr.seed=} repeats a run. */
abstract class IndexFolder {
    private final long seed = Long.getLong("sspr.seed", System.nanoTime());
    final Random random = new Random(seed);

    @TempDir
    Path folder;

    Path list;
    Path index;

    @BeforeEach
    void paths() {
        System.out.println("index: -Dsspr.seed=" + seed);
        list = folder.resolve("list.txt");
        index = folder.resolve("passwords.index");
    }

    static IndexBuilder builder(IndexForm form) {
        return IndexBuilder.of(form).inPartsOf(1000);
    }

    BreachIndex built(IndexForm form, Collection<String> lines) throws IOException {
        builder(form).build(Lists.write(list, lines), index);
        return BreachIndex.open(index);
    }

    static void containsAll(BreachIndex built, Collection<String> lines) {
        assertThat(lines).allMatch(line -> built.contains(Lists.sha1(line)));
    }

    int strangers(BreachIndex built, int count) {
        byte[] sha1 = new byte[20];
        int found = 0;
        for (int i = 0; i < count; i++) {
            random.nextBytes(sha1);
            found += built.contains(sha1) ? 1 : 0;
        }
        return found;
    }
}
