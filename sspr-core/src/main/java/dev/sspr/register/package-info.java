/** Registration of security info: what a host calls. */
@NullMarked
package dev.sspr.register;

import org.jspecify.annotations.NullMarked;
