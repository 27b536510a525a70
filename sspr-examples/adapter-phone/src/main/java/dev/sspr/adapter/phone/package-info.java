/** {@link dev.sspr.adapter.phone.WorldPhoneNumbers}, numbering plans by libphonenumber (Apache-2.0). */
@NullMarked
package dev.sspr.adapter.phone;

import org.jspecify.annotations.NullMarked;
