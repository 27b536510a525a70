/** Where audit events go besides the log: files and streams, a JSON object on each line. */
@NullMarked
package dev.sspr.audit;

import org.jspecify.annotations.NullMarked;
