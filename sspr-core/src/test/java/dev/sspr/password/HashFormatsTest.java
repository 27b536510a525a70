package dev.sspr.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.password.PasswordHasher.Rehash;
import dev.sspr.password.PasswordHasher.Verdict;
import dev.sspr.spi.Secret;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other systems kept, and what nobody should have. */
class HashFormatsTest {
    private static final String SALT = "AAAAAAAAAAAAAAAAAAAAAA";
    private static final String TAG = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String BCRYPT = "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";

    private final PasswordHasher hasher = PasswordHasher.standard();

    private Verdict verify(String password, String stored) {
        return hasher.verify(Secret.of(password), stored);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                // the reference implementation's own test
                "password $argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "password $argon2i$m=65536,t=2,p=1$c29tZXNhbHQ$9sTbSlTio3Biev89thdrlKKiCaYsjjYVJxGAL3swxpQ",
                // the vectors that come with crypt_blowfish
                "U*U $2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "U*U* $2a$05$CCCCCCCCCCCCCCCCCCCCC.VGOzA784oUp/Z0DY336zx7pLYAy0lwK",
                "U*U*U $2a$05$XXXXXXXXXXXXXXXXXXXXXOAcXxm9kjPGEMsLznoKqmqw7tc8WCx4a",
                "U*U $2b$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "U*U $2y$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "U*U {bcrypt}$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                // made by mkpasswd
                "pw $7$CU..../....ONPVVCTmVnS2tlgo1WWXt1$bhJHIO5x27IL34VWv3wHYwUrQs0pzdNrP6ASmoegR10",
            })
    void verify_foreignHash_matchesItsPasswordOnly(String password, String stored) {
        assertThat(verify(password, stored)).isEqualTo(Verdict.MATCHES);
        assertThat(verify(password + "x", stored)).isEqualTo(Verdict.DIFFERS);
        assertThat(hasher.needsRehash(stored)).isIn(Rehash.SCHEME, Rehash.COST);
    }

    @Nested
    class Bcrypt {
        /** All 72 bytes that bcrypt takes, and what crypt(3) makes of them. */
        private final String longest = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

        private final String stored = "$2a$05$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui";

        @Test
        @Tag("V-HASH-1")
        @Tag("R-HASH-3")
        void verify_seventyThreeBytes_differs() {
            assertThat(verify(longest, stored)).isEqualTo(Verdict.MATCHES);
            assertThat(verify(longest + "x", stored)).isEqualTo(Verdict.DIFFERS);
            assertThat(verify(longest.substring(1), stored)).isEqualTo(Verdict.DIFFERS);
        }

        @Test
        @Tag("V-HASH-3")
        void verify_lengthsThatWrap_differ() {
            for (int length : new int[] {254, 255, 256, 257, 511, 512, 513}) {
                assertThat(verify("U*U" + "x".repeat(length - 3), BCRYPT)).isEqualTo(Verdict.DIFFERS);
            }
        }

        @Test
        @Tag("V-HASH-2")
        void verify_nul_differs() {
            assertThat(verify("U*U\0", BCRYPT)).isEqualTo(Verdict.DIFFERS);
            assertThat(verify("U*U\0x", BCRYPT)).isEqualTo(Verdict.DIFFERS);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "'' 'the scheme is none of'",
                "plain 'the scheme is none of'",
                "$1$salt$hash 'MD5 crypt ($1$) is not read'",
                "$2x$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW 'is not read'",
                "{noop}password 'the id in braces is none of'",
                "{bcrypt 'the id in braces is none of'",
                "{bcrypt}plain 'bcrypt has 3 fields'",
                "{pbkdf2}abcd 'Spring''s PBKDF2 (bytes) must be 40 to 40, it is 2'",
                "{pbkdf2}xyz 'Spring''s PBKDF2 must be hexadecimal'",
                "$argon2id$v=17$m=8,t=1,p=1$s$t 'Argon2 must be argon2id, argon2i or argon2d of version 19 or 16'",
                "$argon2id$v=19$m=4294967296,t=2,p=1$s$t 'memory (KiB) must be 8 to 1048576, it is 4294967296'",
                "$argon2id$v=19$m=1048577,t=2,p=1$s$t 'memory (KiB) must be 8 to 1048576, it is 1048577'",
                "$argon2id$v=19$m=1048576,t=3,p=1$s$t 'iterations must be 1 to 2, it is 3'",
                "$argon2id$v=19$m=19456,t=65,p=1$s$t 'iterations must be 1 to 64, it is 65'",
                "$argon2id$v=19$m=19456,t=0,p=1$s$t 'iterations must be 1 to 64, it is 0'",
                "$argon2id$v=19$m=19456,t=2,p=17$s$t 'parallelism must be 1 to 16, it is 17'",
                "$argon2id$v=19$m=15,t=2,p=2$s$t 'memory (KiB) must be 16 to 1048576, it is 15'",
                "$argon2id$v=19$m=019456,t=2,p=1$s$t 'memory (KiB) must be a decimal number'",
                "$argon2id$v=19$m=-1,t=2,p=1$s$t 'memory (KiB) must be a decimal number'",
                "$argon2id$v=19$m=,t=2,p=1$s$t 'memory (KiB) must be a decimal number'",
                "$argon2id$v=19$m=٣,t=2,p=1$s$t 'memory (KiB) must be a decimal number'",
                "$argon2id$v=19$m=9999999999999999999,t=2,p=1$s$t 'memory (KiB) must be a decimal number'",
                "$argon2id$v=19$t=2,n=19456,p=1$s$t 'Argon2 parameters must be written as m='",
                "$argon2id$v=19$m=19456,t=2$s$t 'Argon2 parameters must be written as'",
                "$argon2id$v=19$m=19456,t=2,p=1,data=AQ$s$t 'the pepper must be written as keyid='",
                "$argon2id$v=19$m=19456,t=2,p=1,keyid=AQI$s$t 'the pepper''s id (bytes) must be 1 to 1, it is 2'",
                "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAA$t 'salt (bytes) must be 8 to 64, it is 7'",
                "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAA$AAAA 'tag (bytes) must be 16 to 64, it is 3'",
                "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAA=$AAAA 'salt must be base64 without padding'",
                "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAB$AAAA 'salt must be base64 without padding'",
                "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAA_$AAAA 'salt must be base64 without padding'",
                "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAA 'Argon2 has 5 fields'",
                "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAA$AAAA$AAAA 'Argon2 has 5 fields'",
                "$pbkdf2-sha256$i=5000001,l=32$s$t 'iterations must be 1 to 5000000, it is 5000001'",
                "$pbkdf2-sha256$i=1,l=65$s$t 'length (bytes) must be 16 to 64, it is 65'",
                "$pbkdf2-sha256$i=1,l=32$AAAAAAAAAAA$AAAA 'tag (bytes) must be 32 to 32, it is 3'",
                "$pbkdf2-sha256$i=1$s$t 'PBKDF2 parameters must be written as'",
                "$2b$15$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW 'cost must be 4 to 14, it is 15'",
                "$2b$99$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW 'cost must be 4 to 14, it is 99'",
                "$2b$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOe! 'must be written with ./A-Za-z0-9'",
                "$2b$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOe 'and 53 characters behind it'",
                "$2b$005$CCCC 'a cost of 2 digits'",
                "$scrypt$ln=25,r=1,p=1$s$t 'scrypt log N must be 1 to 24, it is 25'",
                "$scrypt$ln=24,r=64,p=1$s$t 'at most 256 MiB'",
                "$scrypt$ln=18,r=16,p=1$s$t 'this takes 524288 KiB times 1'",
                "$scrypt$ln=16,r=8,p=9$s$t 'this takes 65536 KiB times 9'",
                "$scrypt$ln=16,r=1,p=1$s$t 'less than 16 times r'",
                "$7$zzzzzzzzzzzsaltsalt$bhJHIO5x27IL34VWv3wHYwUrQs0pzdNrP6ASmoegR10 'scrypt log N must be 1 to 24'",
                "$7$CU..../....salt$bhJ 'must have 11 characters of parameters'",
                "$7$!U..../....saltsalt$bhJHIO5x27IL34VWv3wHYwUrQs0pzdNrP6ASmoegR10 'written with ./0-9A-Za-z'",
                "$ffffffff$AAAAAAAAAAA=$AAAAAAAAAAAAAAAAAAAAAA== 'scrypt log N must be 1 to 24'",
                "$e0801$!$! 'must be hexadecimal, base64 and base64'",
            })
    void read_hostileOrMalformed_saysWhatIsWrong(String stored, String reason) {
        assertThat(hasher.inspect(stored).orElseThrow()).contains(reason);
        assertThat(verify("password", stored)).isEqualTo(Verdict.UNREADABLE);
        assertThat(hasher.needsRehash(stored)).isEqualTo(Rehash.UNREADABLE);
    }

    @Test
    void read_tenMillionCharacters_isRefusedUnread() {
        assertThat(hasher.inspect("$argon2id$" + "A".repeat(10_000_000)).orElseThrow())
                .isEqualTo("a hash has at most 512 characters, this has 10000010");
    }

    @Test
    void inspect_aSoundHash_isEmpty() {
        assertThat(hasher.inspect("$argon2id$v=19$m=19456,t=2,p=1$" + SALT + "$" + TAG))
                .isEmpty();
        assertThat(hasher.inspect(BCRYPT)).isEmpty();
    }

    /** A seeded walk through damaged hashes: read or refused, never another exception. */
    @Test
    void read_damagedHashes_neverThrowsAnythingElse() {
        long seed = Long.getLong("sspr.seed", System.nanoTime());
        System.out.println("damaged hashes: -Dsspr.seed=" + seed);
        SplittableRandom random = new SplittableRandom(seed);
        String[] sound = {
            "$argon2id$v=19$m=19456,t=2,p=1,keyid=AQ$" + SALT + "$" + TAG,
            "$pbkdf2-sha512$i=220000,l=32$" + SALT + "$" + TAG,
            BCRYPT,
            "$scrypt$ln=16,r=8,p=1$" + SALT + "$" + TAG,
            "$7$CU..../....ONPVVCTmVnS2tlgo1WWXt1$bhJHIO5x27IL34VWv3wHYwUrQs0pzdNrP6ASmoegR10",
            "{scrypt@SpringSecurity_v5_8}$100801$AAAAAAAAAAA=$AAAAAAAAAAAAAAAAAAAAAA==",
        };
        String replacements = "$,=0123456789./+-AZaz{}\0é\uD83D\n";
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder(sound[random.nextInt(sound.length)]);
            for (int change = random.nextInt(1, 5); change > 0 && text.length() > 0; change--) {
                int at = random.nextInt(text.length());
                char one = replacements.charAt(random.nextInt(replacements.length()));
                switch (random.nextInt(4)) {
                    case 0 -> text.setCharAt(at, one);
                    case 1 -> text.insert(at, one);
                    case 2 -> text.deleteCharAt(at);
                    default -> text.setLength(at);
                }
            }
            hasher.inspect(text.toString());
        }
    }
}
