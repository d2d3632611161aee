/** Turns the bytes of an Update Record message into its parts, and these into a consultation that a person can read. */
@NullMarked
package io.consentry.ingest.readmessage;

import org.jspecify.annotations.NullMarked;
