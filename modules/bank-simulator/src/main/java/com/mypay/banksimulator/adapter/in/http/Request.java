package com.mypay.banksimulator.adapter.in.http;

import com.mypay.banksimulator.application.Page;
import com.mypay.banksimulator.domain.AccountId;
import com.mypay.banksimulator.domain.AccountNumber;
import com.mypay.banksimulator.domain.BankCode;
import com.mypay.banksimulator.domain.BankProblem;
import com.mypay.banksimulator.domain.Days;
import com.mypay.banksimulator.domain.Rejected;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One HTTP call, with its path's and query's values. */
record Request(Map<String, String> path, Map<String, String> query, String body) {

    static Map<String, String> queryOf(@Nullable String rawQuery) {
        Map<String, String> values = new HashMap<>();
        if (rawQuery == null || rawQuery.isEmpty()) {
            return values;
        }
        for (String pair : rawQuery.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            try {
                if (values.put(decoded(name), decoded(value)) != null) {
                    throw malformed("the query names " + name + " twice");
                }
            } catch (IllegalArgumentException e) {
                throw malformed("the query is not well-formed");
            }
        }
        return values;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    String pathValue(String name) {
        return String.valueOf(path.get(name));
    }

    BankCode bankCode() {
        return new BankCode(pathValue("bankCode"));
    }

    AccountId account() {
        return new AccountId(bankCode(), new AccountNumber(pathValue("accountNumber")));
    }

    LocalDate date(String name) {
        return Days.day(name, pathValue(name));
    }

    YearMonth month(String name) {
        return Days.month(name, pathValue(name));
    }

    /** An empty value counts as none. */
    Optional<String> queryValue(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }

    Page.Request page() {
        return Page.Request.of(queryValue("cursor"), limit());
    }

    int limit() {
        try {
            return queryValue("limit").map(Integer::parseInt).orElse(Page.Request.DEFAULT_LIMIT);
        } catch (NumberFormatException e) {
            throw malformed("limit is 1 to 1000");
        }
    }

    /** Of a list that comes in numbered pages: 1 to 999999. */
    int pageNumber() {
        String text = queryValue("page").orElse("1");
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw malformed("page is 1 to 999999");
        }
        return Integer.parseInt(text);
    }

    void checkQuery(Set<String> known) {
        for (String name : query.keySet()) {
            if (!known.contains(name)) {
                throw malformed("the query has an unknown parameter");
            }
        }
    }

    private static Rejected malformed(String detail) {
        return new Rejected(BankProblem.MALFORMED_REQUEST, detail);
    }
}
