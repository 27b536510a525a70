package dev.sspr.adapter.breached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** An index that is built in two goes, and one that grows. */
class IndexGrowthTest extends IndexFolder {
    @Nested
    class Resumed {
        private final List<String> lines = new ArrayList<>(Lists.random(random, 10_000));

        /** Fails at line 9500; the same file, sound there, is then begun once more. */
        private void fails() throws IOException {
            String sound = lines.set(9499, "?".repeat(40));
            Lists.write(list, lines);
            Files.setLastModifiedTime(list, FileTime.fromMillis(1_000_000));
            assertThatThrownBy(() -> builder(IndexForm.EXACT).build(list, index))
                    .hasMessageContaining("line 9500 ");
            lines.set(9499, sound);
        }

        @Test
        void build_interrupted_goesOnBehindTheLastWholePart() throws IOException {
            fails();
            List<String> spoiled = new ArrayList<>(lines);
            spoiled.set(0, "!".repeat(40));
            Lists.write(list, spoiled);
            Files.setLastModifiedTime(list, FileTime.fromMillis(1_000_000));
            builder(IndexForm.EXACT).build(list, index);

            containsAll(BreachIndex.open(index), lines);
            assertThat(BreachIndex.open(index).entries()).isEqualTo(10_000);
        }

        @Test
        void build_anotherListInBetween_isRefused() throws IOException {
            fails();
            Lists.write(list, lines);
            Files.setLastModifiedTime(list, FileTime.fromMillis(2_000_000));

            assertThatThrownBy(() -> builder(IndexForm.EXACT).build(list, index))
                    .hasMessageContaining("was begun with another list")
                    .hasMessageContaining("delete the folder");
        }

        @Test
        void build_partDamagedInBetween_isRefused() throws IOException {
            fails();
            Path part = folder.resolve("passwords.index.building/part-3");
            byte[] bytes = Files.readAllBytes(part);
            bytes[500] ^= 1;
            Files.write(part, bytes);
            Lists.write(list, lines);
            Files.setLastModifiedTime(list, FileTime.fromMillis(1_000_000));

            assertThatThrownBy(() -> builder(IndexForm.EXACT).build(list, index))
                    .hasMessageContaining("part-3 is damaged");
            assertThat(Files.exists(index)).isFalse();
        }
    }

    @Nested
    class Update {
        @Test
        void update_exact_holdsBoth() throws IOException {
            Set<String> old = Lists.random(random, 5000);
            Set<String> newer = new TreeSet<>(old);
            newer.addAll(Lists.random(random, 7000));
            newer.remove(old.iterator().next());
            built(IndexForm.EXACT, old);
            builder(IndexForm.APPROXIMATE).update(index, Lists.write(list, newer));
            BreachIndex updated = BreachIndex.open(index);

            assertThat(updated.form()).isEqualTo(IndexForm.EXACT);
            assertThat(updated.entries()).isEqualTo(12_000);
            containsAll(updated, old);
            containsAll(updated, newer);
            assertThat(strangers(updated, 20_000)).isZero();
        }

        @Test
        void update_approximateByALittle_holdsBoth() throws IOException {
            Set<String> old = Lists.random(random, 20_000);
            Set<String> newer = Lists.random(random, 1500);
            built(IndexForm.APPROXIMATE, old);
            builder(IndexForm.EXACT).update(index, Lists.write(list, newer));
            BreachIndex updated = BreachIndex.open(index);

            containsAll(updated, old);
            containsAll(updated, newer);
            assertThat(strangers(updated, 200_000)).isLessThan(1100);
        }

        @Test
        void update_approximateByMuch_isRefusedAndLeavesTheOld() throws IOException {
            Set<String> old = Lists.random(random, 20_000);
            built(IndexForm.APPROXIMATE, old);
            byte[] before = Files.readAllBytes(index);
            Lists.write(list, Lists.random(random, 5000));

            assertThatThrownBy(() -> builder(IndexForm.EXACT).update(index, list))
                    .hasMessageContaining("more than one stranger in 200; build it anew");
            assertThat(Files.readAllBytes(index)).isEqualTo(before);
        }
    }
}
