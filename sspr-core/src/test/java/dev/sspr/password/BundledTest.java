package dev.sspr.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The bundled lists: what they hold, how big they are, and that anybody can make them again. */
@Tag("R-PWD-5")
class BundledTest {
    private static String resource(String name) throws IOException {
        try (InputStream found = Objects.requireNonNull(Bundled.class.getResourceAsStream(name), name)) {
            return new String(found.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void files_areWhatTheGeneratorWrites() throws IOException {
        assertThat(resource("common-passwords.txt").equals(CommonPasswordsFile.text(CommonPasswordsFile.common())))
                .as("common-passwords.txt")
                .isTrue();
        assertThat(resource("base-terms.txt").equals(CommonPasswordsFile.text(CommonPasswordsFile.base())))
                .as("base-terms.txt")
                .isTrue();
    }

    @Test
    void common_hasEnoughThatAPolicyWouldTake() {
        List<String> all = Bundled.read("common-passwords.txt");

        assertThat(Bundled.common().size()).isEqualTo(all.size()).isGreaterThanOrEqualTo(100_000);
        assertThat(all).allMatch(one -> one.length() >= 8 && one.length() <= 24);
        assertThat(all.stream().filter(one -> one.length() >= 15)).hasSizeGreaterThanOrEqualTo(3_000);
    }

    @Test
    void common_inTheJar_takesLessThanAMebibyte() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(resource("common-passwords.txt").getBytes(StandardCharsets.UTF_8));
        }
        System.out.printf(
                "bundled: %d passwords, %d bytes in the jar, %d resident; %d terms%n",
                Bundled.common().size(),
                packed.size(),
                Bundled.common().index().residentBytes(),
                Bundled.base().size());

        assertThat(packed.size()).isLessThan(1 << 20);
    }

    @Test
    void common_containsWhatEverybodyKnows_andNotWhatNobodyDoes() {
        TermIndex index = Bundled.common().index();

        assertThat(List.of(
                        "password",
                        "P@ssw0rd",
                        "12345678",
                        "qwertyuiop",
                        "iloveyou1",
                        "Liverpool1",
                        "passwordpassword"))
                .allMatch(one -> index.containsWhole(index.codes(Candidate.of(one.toCharArray()))));
        assertThat(List.of("gluttonous ferret", "vk7#Lw!pQx2z", "zebra-ladder-42-moss"))
                .noneMatch(one -> index.containsWhole(index.codes(Candidate.of(one.toCharArray()))));
    }
}
