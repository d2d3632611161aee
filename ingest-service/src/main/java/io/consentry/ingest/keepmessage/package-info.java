/** What is kept of a message: one commit for the message, its sealed content, its timeline and its announcement. */
@NullMarked
package io.consentry.ingest.keepmessage;

import org.jspecify.annotations.NullMarked;
