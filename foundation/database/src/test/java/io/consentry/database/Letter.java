package io.consentry.database;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Letter {
    @Id
    long id;

    @Column
    String ods;

    @Column
    String words;
}
