/** Hands the words beside a rejection to the ingest service, which tells the sender. */
@NullMarked
package io.consentry.filing.sharenotes;

import org.jspecify.annotations.NullMarked;
