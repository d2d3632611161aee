/** Files that came with a message, given as files and never shown inside a page of ours. */
@NullMarked
package io.consentry.filing.readattachment;

import org.jspecify.annotations.NullMarked;
