@NullMarked
package io.consentry.ingest.followrules;

import org.jspecify.annotations.NullMarked;
