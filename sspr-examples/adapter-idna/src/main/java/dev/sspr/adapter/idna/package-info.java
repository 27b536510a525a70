/** {@link dev.sspr.adapter.idna.Uts46MailDomains}, international mail domains by ICU (Unicode-3.0). */
@NullMarked
package dev.sspr.adapter.idna;

import org.jspecify.annotations.NullMarked;
