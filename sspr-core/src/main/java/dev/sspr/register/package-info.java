/** Registration of security info: the interface for hosts. */
@NullMarked
package dev.sspr.register;

import org.jspecify.annotations.NullMarked;
