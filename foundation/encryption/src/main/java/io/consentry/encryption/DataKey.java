package io.consentry.encryption;

import javax.crypto.SecretKey;

/** An unwrapped data key with the id of its row. Shows nothing of the key. */
record DataKey(long id, SecretKey key) {

    @Override
    public String toString() {
        return "DataKey[" + id + "]";
    }
}
