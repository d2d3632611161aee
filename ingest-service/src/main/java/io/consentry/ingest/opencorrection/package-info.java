/** Opens a duty where a message reached the wrong practice or the wrong patient, and closes it when it is corrected. */
@NullMarked
package io.consentry.ingest.opencorrection;

import org.jspecify.annotations.NullMarked;
