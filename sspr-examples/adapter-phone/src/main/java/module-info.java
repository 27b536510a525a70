/** Numbering plans for sspr, by libphonenumber. */
@SuppressWarnings("requires-automatic") // libphonenumber has a stable name, and no descriptor yet
module dev.sspr.adapter.phone {
    requires transitive dev.sspr.spi;
    requires com.google.i18n.phonenumbers.libphonenumber;
    requires static org.jspecify;

    exports dev.sspr.adapter.phone;
}
