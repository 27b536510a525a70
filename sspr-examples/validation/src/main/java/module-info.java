/** A form of a host's own with a password in it. */
module dev.sspr.validation {
    requires dev.sspr;
    requires static org.jspecify;

    // a provider reads the form by reflection, and which provider that is nobody knows here
    opens dev.sspr.validation;
}
