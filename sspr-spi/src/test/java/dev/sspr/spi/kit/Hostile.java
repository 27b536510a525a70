package dev.sspr.spi.kit;

import java.util.List;
import java.util.Map;

/** Texts that have broken other systems, as far as the value types of sspr accept them. */
public final class Hostile {
    private Hostile() {}

    /**
     * Syntax of backends, none of which may have an effect (R-INJ-1, R-INJ-2; V-INJ-1..4).
     *
     * @return texts that are valid login names and user ids
     */
    public static List<String> syntax() {
        return List.of(
                "*",
                "a*",
                "%",
                "a%",
                "_",
                "anna_",
                "?",
                "'",
                "''",
                "\"",
                "`",
                "\\",
                "\\%",
                "' or '1'='1",
                "' or 1=1 --",
                "'; drop table users; --",
                "x') union select 1,2,3 --",
                "*)(uid=*))(|(uid=*",
                "admin)(&)",
                "(objectClass=*)",
                "\\2a",
                "\\00",
                "cn=admin,dc=example,dc=com",
                "#{1+1}",
                "${jndi:ldap://x/a}",
                "{\"$gt\":\"\"}",
                "[a-z]+",
                ".*",
                "null",
                "undefined",
                "0",
                "-1",
                "true",
                "../../etc/passwd",
                "a;b|c&d",
                "<script>alert(1)</script>");
    }

    /**
     * Names that collations and case mappings treat as equal (R-UNI-2, R-UNI-3; V-UNI-1, V-UNI-2).
     *
     * @return for each stored name the names that must not match it
     */
    public static Map<String, List<String>> lookAlikes() {
        return Map.of(
                "mike", List.of("Mike", "MIKE", "m\u0131ke", "M\u0130KE", "mi\u0307ke", "mi\u212ae", "m\u00edke"),
                "k\u00fcs\u00df",
                        List.of("kus\u00df", "ku\u0308s\u00df", "k\u00fcss", "K\u00dcSS", "\u212a\u00fcs\u00df"),
                "\u017fam", List.of("sam", "Sam"),
                "admin", List.of("\uff41dmin", "\u0430dmin", "admin\u0301", "adm\u00efn", "admin.", "admin0"),
                "\ufb00oo", List.of("ffoo"),
                "\u03c3\u03bf\u03c6\u03cc\u03c2",
                        List.of("\u03c3\u03bf\u03c6\u03cc\u03c3", "\u03a3\u039f\u03a6\u038c\u03a3"),
                "e\u0301va", List.of("\u00e9va", "eva"),
                "two words", List.of("two\u00a0words", "two  words", "twowords", "two\u2003words"));
    }

    /**
     * Passwords that quoting, trimming and narrowing change (R-PWD-7, V-HASH-1..3).
     *
     * @return texts that are valid passwords
     */
    public static List<String> passwords() {
        return List.of(
                " leading and trailing ",
                "'; drop table users; --",
                "\\ \" ' ` % _ * ( ) & | ; $ # { } < >",
                "\u00e9\u00e8 \u4f60\u597d \u0434\u0430 \u05e9\u05dc\u05d5\u05dd",
                "\ud83d\udc69\u200d\ud83d\udcbb family of code points",
                "\u010d\u010a\u760d\u760a low bytes",
                "x".repeat(72) + "A",
                "\u20ac".repeat(170));
    }

    /**
     * Codes that careless parsers accept as a number (R-OTP-6, V-TYPE-8).
     *
     * @return texts that are not the right code of any challenge
     */
    public static List<String> codes() {
        return List.of(
                "",
                " ",
                "-",
                "0",
                "00000000000000000000",
                "0x1F",
                "+123456",
                "-12345678",
                "1e7",
                "123456\0",
                "\0",
                "12345678\r\nX: y",
                "\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667",
                "\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18",
                "\ud83d\udc69",
                "\ud83d",
                "null",
                "*",
                "%",
                "' or '1'='1",
                "7".repeat(128));
    }

    /**
     * Texts that break out of a line, a header or a mark-up (R-NOT-9, R-NOT-10, R-LOG-2; V-INJ-5..8).
     *
     * @return texts of one line or more
     */
    public static List<String> lines() {
        return List.of(
                "a\r\nBcc: mallory@example.org",
                "a\nSUCCESS user=admin",
                "a\r.\r\nQUIT\r\n",
                "tab\tnul\0bell\u0007escape\u001b[31m",
                "\u2028line\u2029paragraph\u0085next",
                "\u202egnp.exe",
                "</p><script>alert(1)</script>&amp;",
                "\u010dx\u010ay\u760dz\u760a",
                "\" quoted=\"yes\" \\");
    }
}
