package io.consentry.filing.keepcontent;

import io.consentry.encryption.Sealed;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One sealed part of an item's content, as people's requests read it. */
@Entity
@Table(name = "item_content")
public class SealedPart {

    @EmbeddedId
    PartId id;

    @Column(name = "practice")
    String practice;

    @Column(name = "key_id")
    long keyId;

    @Column(name = "sealed")
    byte[] sealed;

    /** For Hibernate. */
    SealedPart() {}

    /** A part as a row has it. The bytes become the part's own. */
    public static SealedPart of(String itemId, String part, String practice, long keyId, byte[] sealed) {
        SealedPart read = new SealedPart();
        read.id = new PartId(itemId, part);
        read.practice = practice;
        read.keyId = keyId;
        read.sealed = sealed;
        return read;
    }

    Sealed sealed() {
        return new Sealed(keyId, sealed);
    }
}
