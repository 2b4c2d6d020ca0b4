package com.mypay.cli.play;

/** Business registration numbers that pass their check, for shops of a played day. */
final class BusinessNumbers {

    private static final int[] WEIGHTS = {1, 3, 7, 1, 3, 7, 1, 3, 5};

    private BusinessNumbers() {}

    /**
     * Example: {@code of(12481, 99)} begins with 124-81-0099.
     *
     * @param first five digits
     * @param number 0 to 9,999
     */
    static String of(int first, int number) {
        String nine = "%05d%04d".formatted(first, number);
        if (nine.length() != WEIGHTS.length) {
            throw new IllegalArgumentException(nine + " are not nine digits");
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (nine.charAt(i) - '0') * WEIGHTS[i];
        }
        sum += (nine.charAt(8) - '0') * WEIGHTS[8] / 10;
        String all = nine + (10 - sum % 10) % 10;
        return all.substring(0, 3) + "-" + all.substring(3, 5) + "-" + all.substring(5);
    }
}
