/** The safeguards between a sender's mistake and the patient's record: each rule is one type named as a sentence. */
@NullMarked
package io.consentry.ingest.checkmessage;

import org.jspecify.annotations.NullMarked;
