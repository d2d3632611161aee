/** Tells a sender live what becomes of its messages, and goes on where a broken connection left off. */
@NullMarked
package io.consentry.ingest.followmessages;

import org.jspecify.annotations.NullMarked;
