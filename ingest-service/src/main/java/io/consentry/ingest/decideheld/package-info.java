/** Decides held messages by itself, in the order of arrival, as soon as consent can be asked again. */
@NullMarked
package io.consentry.ingest.decideheld;

import org.jspecify.annotations.NullMarked;
