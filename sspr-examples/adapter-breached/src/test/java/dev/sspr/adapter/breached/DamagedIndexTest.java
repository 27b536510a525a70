package dev.sspr.adapter.breached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.spi.BackendUnavailableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that is not what was built: refused with its reason, never half read. */
class DamagedIndexTest {
    private final Random random = new Random(7);
    private final Set<String> lines = Lists.random(random, 20_000);

    @TempDir
    private Path folder;

    private Path index;
    private byte[] sound;

    @BeforeEach
    void build() throws IOException {
        index = folder.resolve("index");
        IndexBuilder.of(IndexForm.EXACT).build(Lists.write(folder.resolve("list"), lines), index);
        sound = Files.readAllBytes(index);
    }

    private void isRefused(byte[] bytes, String reason) throws IOException {
        Files.write(index, bytes);
        assertThatThrownBy(() -> BreachIndex.open(index))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(index.toString())
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "0,fewer than a header",
        "100,fewer than a header",
        "2048,it was cut short",
        "8192,it was cut short",
        "100000,it was cut short"
    })
    void open_cutShort_isRefused(int size, String reason) throws IOException {
        isRefused(Arrays.copyOf(sound, size), reason);
    }

    @Test
    void open_somethingAdded_isRefused() throws IOException {
        isRefused(Arrays.copyOf(sound, sound.length + 1), "or something was added");
    }

    @ParameterizedTest
    @CsvSource({"0,it is no index", "11,it has format", "20,its header is damaged", "30,its header is damaged"})
    void open_headerDamaged_isRefused(int at, String reason) throws IOException {
        sound[at] ^= 1;
        isRefused(sound, reason);
    }

    @Test
    void open_unfinished_isRefused() throws IOException {
        Arrays.fill(sound, 0, Pages.SIZE, (byte) 0);
        isRefused(sound, "its building was not finished");
    }

    @Test
    void open_directoryDamaged_isRefused() throws IOException {
        sound[sound.length - Pages.SIZE + 17] ^= 1;
        isRefused(sound, "is damaged");
    }

    /** One bit of each page of entries in turn. */
    @Test
    void lookUp_pageDamaged_isUnavailableWithItsReason() throws IOException {
        for (int at = Pages.SIZE; at < sound.length - Pages.SIZE; at += Pages.SIZE) {
            byte[] damaged = sound.clone();
            damaged[at + random.nextInt(Pages.SIZE)] ^= (byte) (1 << random.nextInt(8));
            Files.write(index, damaged);
            BreachIndex opened = BreachIndex.open(index);
            assertThatThrownBy(opened::verify).hasMessage("page " + at / Pages.SIZE + " is damaged");
            assertThatThrownBy(() -> lines.forEach(line -> opened.contains(Lists.sha1(line))))
                    .isInstanceOf(BackendUnavailableException.class)
                    .hasMessageContaining("is damaged");
        }
    }

    @Test
    void lookUp_pagesExchanged_isUnavailable() throws IOException {
        byte[] exchanged = sound.clone();
        System.arraycopy(sound, Pages.SIZE, exchanged, 2 * Pages.SIZE, Pages.SIZE);
        System.arraycopy(sound, 2 * Pages.SIZE, exchanged, Pages.SIZE, Pages.SIZE);
        Files.write(index, exchanged);

        assertThatThrownBy(BreachIndex.open(index)::verify).hasMessage("page 1 is damaged");
    }

    @Test
    void lookUp_directoryDamagedWhileOpen_isNeverAnsweredWrongly() throws IOException {
        BreachIndex opened = BreachIndex.open(index);
        try (FileChannel file = FileChannel.open(index, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.allocate(Pages.SIZE), sound.length - Pages.SIZE);
        }
        int refused = 0;
        for (String line : lines) {
            try {
                assertThat(opened.contains(Lists.sha1(line))).isTrue();
            } catch (BackendUnavailableException damaged) {
                assertThat(damaged).hasMessageContaining("the directory is damaged");
                refused++;
            }
        }

        assertThat(refused).isGreaterThan(5_000);
    }

    @Test
    void lookUp_overwrittenWhileOpen_isUnavailable() throws IOException {
        BreachIndex opened = BreachIndex.open(index);
        IndexBuilder.of(IndexForm.EXACT)
                .build(Lists.write(folder.resolve("list"), Lists.random(random, 20_000)), folder.resolve("other"));
        try (FileChannel file = FileChannel.open(index, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(Files.readAllBytes(folder.resolve("other"))));
        }

        assertThatThrownBy(() -> lines.forEach(line -> opened.contains(Lists.sha1(line))))
                .isInstanceOf(BackendUnavailableException.class);
    }

    @Test
    void lookUp_replacedByMove_goesOnWithTheOld() throws IOException {
        BreachIndex opened = BreachIndex.open(index);
        IndexBuilder.of(IndexForm.EXACT)
                .build(Lists.write(folder.resolve("list"), Lists.random(random, 20_000)), index);

        assertThat(lines).allMatch(line -> opened.contains(Lists.sha1(line)));
    }

    @Test
    void lookUp_interruptedThread_isAnswered() throws IOException {
        BreachIndex opened = BreachIndex.open(index);
        Thread.currentThread().interrupt();

        assertThat(lines).allMatch(line -> opened.contains(Lists.sha1(line)));
        assertThat(Thread.interrupted()).isTrue();
    }
}
