package com.mypay.banksimulator;

import com.mypay.banksimulator.domain.Bank;
import com.mypay.banksimulator.domain.BankCode;
import com.mypay.banksimulator.domain.Won;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The banks that exist from the start: the lines of {@code banks.csv}. */
final class BankData {
    private BankData() {}

    static List<Bank> banks() throws IOException {
        try (InputStream csv = Objects.requireNonNull(BankData.class.getResourceAsStream("banks.csv"), "banks.csv")) {
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(BankData::bank)
                    .toList();
        }
    }

    private static Bank bank(String line) {
        String[] columns = line.split(",", -1);
        return new Bank(
                new BankCode(columns[0]),
                columns[1],
                columns[2],
                Won.won(Long.parseLong(columns[3])),
                Won.won(Long.parseLong(columns[4])));
    }
}
