/** Keeps the messages of a sender, or of a system, out while an operator holds them to be unsafe. Moves no switch. */
@NullMarked
package io.consentry.ingest.suspendsender;

import org.jspecify.annotations.NullMarked;
