/** Answers in the standard's own form: ITK3 response Bundles, in XML and JSON. */
@NullMarked
package io.consentry.ingest.answeritk;

import org.jspecify.annotations.NullMarked;
