/** What the engine costs, side by side with peers: CPU time, bytes allocated, bytes kept. */
@NullMarked
package dev.sspr.bench;

import org.jspecify.annotations.NullMarked;
