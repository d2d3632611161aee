package io.consentry.ingest.receivemessage;

import java.time.Instant;

/**
 * A message at the door.
 *
 * @param practice ODS code from the path
 * @param sender ODS code of the authenticated pharmacy
 * @param mediaType as sent
 * @param at when it arrived
 * @param correlation what an answer in the standard's form echoes, once it is read
 */
record Arrival(String practice, String sender, String mediaType, Body body, Instant at, Correlation correlation) {

    /** The bytes as received. Shows nothing of them. */
    static final class Body {

        private final byte[] bytes;

        Body(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }

        @Override
        public String toString() {
            return bytes.length + " bytes";
        }
    }
}
