/** Which services may send messages, and under which codes. */
@NullMarked
package io.consentry.ingest.catalogue;

import org.jspecify.annotations.NullMarked;
