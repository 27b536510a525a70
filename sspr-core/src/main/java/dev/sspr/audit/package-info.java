/** Audit sinks beside the log: files and streams, with one JSON object on each line. */
@NullMarked
package dev.sspr.audit;

import org.jspecify.annotations.NullMarked;
