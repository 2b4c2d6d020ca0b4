package com.mypay.membership.domain;

import java.util.regex.Pattern;

/**
 * A business registration number (사업자등록번호): ten digits, the last a check digit. Example: {@code 124-81-00998}.
 *
 * @param digits ten digits, without hyphens
 */
public record BusinessNumber(String digits) {

    private static final Pattern FORM = Pattern.compile("[0-9]{10}");
    private static final int[] WEIGHTS = {1, 3, 7, 1, 3, 7, 1, 3, 5};

    public BusinessNumber {
        if (!isValid(digits)) {
            throw new IllegalArgumentException("not a business registration number");
        }
    }

    /** @param text with or without hyphens */
    public static boolean isValid(String text) {
        String digits = text.replace("-", "");
        return FORM.matcher(digits).matches() && checkDigit(digits) == digits.charAt(9) - '0';
    }

    /** @throws IllegalArgumentException if it isn't one */
    public static BusinessNumber parse(String text) {
        return new BusinessNumber(text.replace("-", ""));
    }

    /** The National Tax Service's rule: the ninth digit counts with its tens as well. */
    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        sum += (digits.charAt(8) - '0') * WEIGHTS[8] / 10;
        return (10 - sum % 10) % 10;
    }

    @Override
    public String toString() {
        return digits.substring(0, 3) + "-" + digits.substring(3, 5) + "-" + digits.substring(5);
    }
}
