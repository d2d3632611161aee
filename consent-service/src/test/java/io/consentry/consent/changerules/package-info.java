/** Changes of the rules are listed, and a shorter notice period waits. */
@NullMarked
package io.consentry.consent.changerules;

import org.jspecify.annotations.NullMarked;
