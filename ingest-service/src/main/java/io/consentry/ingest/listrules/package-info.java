/** Shows which safeguards are at work, and how often they find something. */
@NullMarked
package io.consentry.ingest.listrules;

import org.jspecify.annotations.NullMarked;
