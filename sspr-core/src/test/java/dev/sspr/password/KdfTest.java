package dev.sspr.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published vectors of the bare functions. */
class KdfTest {
    private static byte[] repeated(int value, int times) {
        byte[] bytes = new byte[times];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "V13_D,512b391b6f1162975371d30919734294f868e3be3984f3c1a13a4db9fabe4acb",
        "V13_I,c814d9d1dc7f37aa13f0d77f2494bda1c8de6b016dd388d29952a4c4672b6ce8",
        "V13_ID,0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"
    })
    void argon2_rfc9106Section5_isEqual(Kdf.Argon2 variant, String expected) {
        byte[] tag = Kdf.argon2(
                variant,
                repeated(1, 32),
                repeated(2, 16),
                repeated(3, 8),
                repeated(4, 12),
                new Argon2Cost(32, 3, 4),
                32);

        assertThat(hex(tag)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "passwd,salt,1,55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"
                + "49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783",
        "Password,NaCl,80000,4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56"
                + "a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d"
    })
    void pbkdf2_rfc7914Section11_isEqual(String password, String salt, int iterations, String expected) {
        byte[] tag = new Pbkdf2Cost(Pbkdf2Cost.Prf.SHA256, iterations)
                .compute(bytes(password), bytes(salt), Optional.empty(), 64);

        assertThat(hex(tag)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'','',4,1,1,77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
                + "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906",
        "password,NaCl,10,8,16,fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640",
        "pleaseletmein,SodiumChloride,14,8,1,7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"
    })
    void scrypt_rfc7914Section12_isEqual(String password, String salt, int logN, int r, int p, String expected) {
        byte[] tag = Kdf.scrypt(bytes(password), bytes(salt), new ScryptCost(logN, r, p), 64);

        assertThat(hex(tag)).isEqualTo(expected);
    }
}
