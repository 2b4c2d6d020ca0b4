package com.mypay.frameworktest.database;

import com.mypay.framework.value.Won;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something to store. */
@Entity
@Table(name = "NOTE")
class Note {
    @Id
    @SequenceGenerator(name = "NOTE_SEQ", sequenceName = "NOTE_SEQ", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "NOTE_SEQ")
    @Column(name = "NOTE_ID")
    private @Nullable Long id;

    @Column(name = "TEXT")
    private String text;

    @Column(name = "AMOUNT")
    private Won amount;

    @Column(name = "WRITTEN")
    private Instant written;

    @Version
    @Column(name = "VERSION")
    private int version;

    @SuppressWarnings("NullAway")
    protected Note() {}

    private Note(String text, Won amount, Instant written) {
        this.text = text;
        this.amount = amount;
        this.written = written;
    }

    static Note written(String text, Won amount, Instant at) {
        return new Note(text, amount, at);
    }

    void add(Won more) {
        amount = amount.plus(more);
    }

    @Nullable Long id() {
        return id;
    }

    String text() {
        return text;
    }

    Won amount() {
        return amount;
    }

    Instant written() {
        return written;
    }

    int version() {
        return version;
    }
}
