@NullMarked
package dev.sspr.writeback;

import org.jspecify.annotations.NullMarked;
