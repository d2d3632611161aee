/** What a practice takes and what not, since when and by whom, and changing it. */
@NullMarked
package io.consentry.gateway.console.moveswitch;

import org.jspecify.annotations.NullMarked;
