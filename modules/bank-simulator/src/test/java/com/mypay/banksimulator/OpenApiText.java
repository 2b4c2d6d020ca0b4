package com.mypay.banksimulator;

import java.util.ArrayList;
import java.util.List;

/** The operations that an OpenAPI document describes, read by its indentation. */
final class OpenApiText {
    private OpenApiText() {}

    static List<String> operations(String yaml) {
        List<String> operations = new ArrayList<>();
        String path = "";
        for (String line : yaml.lines().toList()) {
            if (line.startsWith("  /")) {
                path = line.strip().replace(":", "");
            } else if (line.matches("    (get|post|put|delete):")) {
                operations.add(line.strip().replace(":", "").toUpperCase(java.util.Locale.ROOT) + " " + path);
            }
        }
        return operations;
    }
}
