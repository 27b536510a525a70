// Writes uts46.txt: node uts46.mjs > uts46.txt, after npm install tr46@7.0.0
import { toASCII } from "tr46";

const labels = [
  "bücher", "BÜCHER", "faß", "straße", "βόλος", "βόλοσ", "ශ්‍රී", "ශ්රී", "نامه‌ای", "نامهای", "日本語", "例え", "公司", "한국",
  "пример", "ПРИМЕР", "παράδειγμα", "ελλάδα", "مثال", "דוגמה", "உதாரணம்", "उदाहरण", "ตัวอย่าง", "ǆ", "ﬁle", "ﷺ", "①", "ｅｘａｍｐｌｅ", "ı", "İ",
  "K", "ſ", "ẞ", "ŀ", "a·b", "☕", "♥", "💩", "a\u00adb", "a\u200bb", "a\u200cb", "a\u200db", "a\ufe0fb", "a\u034fb", "\u0301a", "a\u0301",
  "a\u2260b", "a_b", "a b", "a/b", "a@b", "-ab", "ab-", "ab--c", "ü--ab", "xn--bcher-kva", "xn--", "xn--a", "xn--strae-oqa", "xn--ü",
  "xn--99zt52a", "xn--53h", "0à", "à\u05d0", "\u05d00", "0\u05d0", "\u05d0a", "\u0627\u0660\u06f0", "\u05d0\u05c7", "\ufffd", "\u2f868", "\u3002",
  "a\uff0eb", "a\uff61b", "\u2495", "\u00df\u00df", "\u1e9e", "\u03c3\u03c2", "\u0438\u0306", "\u00e9", "e\u0301", "\u2102", "\u33c7", "\u3164", "\u115f",
  "ü".repeat(30), "ü".repeat(57), "ü".repeat(64), "a".repeat(63), "a".repeat(64),
];
const frames = [(l) => `${l}.example`, (l) => `mail.${l}`, (l) => `${l}。example`];
const escaped = (s) => [...Array(s.length).keys()].map((i) => s.charCodeAt(i))
  .map((c) => (c > 0x20 && c < 0x7f && c !== 0x3b && c !== 0x5c && c !== 0x23 ? String.fromCharCode(c) : "\\u" + c.toString(16).padStart(4, "0")))
  .join("");
console.log("# domain;its form by tr46 7.0.0, or nothing; written by uts46.mjs");
for (const frame of frames) {
  for (const label of labels) {
    const domain = frame(label);
    const ascii = toASCII(domain, {
      checkBidi: true, checkHyphens: true, checkJoiners: true, useSTD3ASCIIRules: true, verifyDNSLength: true, transitionalProcessing: false,
    });
    console.log(`${escaped(domain)};${ascii ?? ""}`);
  }
}
