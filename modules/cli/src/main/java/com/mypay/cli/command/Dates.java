package com.mypay.cli.command;

import com.mypay.cli.CommandFailure;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Business dates on the command line. */
final class Dates {

    private Dates() {}

    static LocalDate parse(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw CommandFailure.refused("date.malformed", text);
        }
    }
}
