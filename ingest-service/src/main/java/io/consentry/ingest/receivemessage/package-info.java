/** Takes a pharmacy's message: read, checked, decided by the practice, durable, and only then answered. */
@NullMarked
package io.consentry.ingest.receivemessage;

import org.jspecify.annotations.NullMarked;
