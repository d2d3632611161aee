/** What is known already when a message arrives: its document, what it replaces, what is like it, who may not send. */
@NullMarked
package io.consentry.ingest.recognisemessage;

import org.jspecify.annotations.NullMarked;
