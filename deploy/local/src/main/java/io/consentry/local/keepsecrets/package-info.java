/** The sandbox's own keys and passwords: made once, readable by their owner only. */
@NullMarked
package io.consentry.local.keepsecrets;

import org.jspecify.annotations.NullMarked;
