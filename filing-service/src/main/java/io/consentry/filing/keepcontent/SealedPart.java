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

    Sealed sealed() {
        return new Sealed(keyId, sealed);
    }
}
