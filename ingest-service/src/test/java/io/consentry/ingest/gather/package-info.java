@NullMarked
package io.consentry.ingest.gather;

import org.jspecify.annotations.NullMarked;
