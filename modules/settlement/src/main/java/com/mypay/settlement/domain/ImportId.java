package com.mypay.settlement.domain;

/**
 * Names a file of slips by its content, so that the same file has the same id wherever it lies.
 *
 * @param value the first 32 hex digits of its SHA-256
 */
public record ImportId(String value) {

    public ImportId {
        if (!Ids32.isWellFormed(value)) {
            throw new IllegalArgumentException("an id has 1 to 32 letters, digits and hyphens");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
