/** International mail domains for sspr, mapped by UTS 46 with ICU. */
@SuppressWarnings("requires-automatic") // ICU has a stable name, and no descriptor yet
module dev.sspr.adapter.idna {
    requires transitive dev.sspr.spi;
    requires com.ibm.icu;
    requires static org.jspecify;

    exports dev.sspr.adapter.idna;
}
