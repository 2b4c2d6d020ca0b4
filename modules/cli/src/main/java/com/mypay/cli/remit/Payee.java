package com.mypay.cli.remit;

import com.mypay.cli.CommandFailure;
import jakarta.json.JsonObjectBuilder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom something is sent to, before anybody has looked the name up. */
public sealed interface Payee {

    /** Adds what names it to a question for its name. */
    JsonObjectBuilder addTo(JsonObjectBuilder question);

    /** Another member. */
    record Member(long memberId) implements Payee {

        @Override
        public JsonObjectBuilder addTo(JsonObjectBuilder question) {
            return question.add("payeeMemberId", memberId);
        }
    }

    /** Any account at a bank. */
    record Account(String bankCode, String number) implements Payee {

        private static final Pattern FORM = Pattern.compile("([0-9]{3}):([0-9]{6,20})");

        /**
         * As it is written on the command line: {@code 088:110123456789}.
         *
         * @throws CommandFailure if it is written otherwise
         */
        public static Account parse(String text) {
            Matcher parts = FORM.matcher(text.replace("-", ""));
            if (!parts.matches()) {
                throw CommandFailure.refused("remit.account", text);
            }
            return new Account(parts.group(1), parts.group(2));
        }

        @Override
        public JsonObjectBuilder addTo(JsonObjectBuilder question) {
            return question.add("bankCode", bankCode).add("accountNumber", number);
        }
    }
}
