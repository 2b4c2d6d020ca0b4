package com.mypay.framework.masking;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which fields are masked, by their names, and the masking of bodies, headers and queries by it. Upper and lower case,
 * {@code -} and {@code _} in a name don't matter: {@code accountNumber} is {@code ACCOUNT_NUMBER}.
 */
public final class Masking {

    /** What every service has under these names. */
    private static final Map<String, FieldKind> USUAL = Map.ofEntries(
            Map.entry("accountnumber", FieldKind.ACCOUNT_NUMBER),
            Map.entry("counteraccountnumber", FieldKind.ACCOUNT_NUMBER),
            Map.entry("number", FieldKind.ACCOUNT_NUMBER),
            Map.entry("name", FieldKind.NAME),
            Map.entry("holdername", FieldKind.NAME),
            Map.entry("payeename", FieldKind.NAME),
            Map.entry("countername", FieldKind.NAME),
            Map.entry("counterpartyname", FieldKind.NAME),
            Map.entry("representativename", FieldKind.NAME),
            Map.entry("phone", FieldKind.PHONE),
            Map.entry("phonenumber", FieldKind.PHONE),
            Map.entry("email", FieldKind.EMAIL),
            Map.entry("businessnumber", FieldKind.BUSINESS_NUMBER),
            Map.entry("code", FieldKind.PASSCODE),
            Map.entry("token", FieldKind.TOKEN),
            Map.entry("confirmationtoken", FieldKind.TOKEN),
            Map.entry("password", FieldKind.TOKEN),
            Map.entry("secret", FieldKind.TOKEN),
            Map.entry("verificationcode", FieldKind.TOKEN),
            Map.entry("memo", FieldKind.TOKEN),
            Map.entry("authorization", FieldKind.TOKEN),
            Map.entry("cookie", FieldKind.TOKEN),
            Map.entry("setcookie", FieldKind.TOKEN),
            Map.entry("proxyauthorization", FieldKind.TOKEN));

    private static final Set<Character> JOINTS = Set.of('-', '_');

    private final Map<String, FieldKind> kinds;

    private Masking(Map<String, FieldKind> kinds) {
        this.kinds = Map.copyOf(kinds);
    }

    /** The usual fields only. */
    public static Masking usual() {
        return new Masking(USUAL);
    }

    /**
     * The usual fields and these.
     *
     * @param fields {@code nickname:NAME,customerNo:TOKEN}; empty for none
     * @throws IllegalArgumentException if it has another form, or names a kind that isn't there
     */
    public static Masking withFields(String fields) {
        Map<String, FieldKind> kinds = new HashMap<>(USUAL);
        for (String each : fields.isBlank() ? new String[0] : fields.split(",", -1)) {
            String[] nameAndKind = each.strip().split(":", -1);
            if (nameAndKind.length != 2 || !nameAndKind[0].matches("[A-Za-z][A-Za-z0-9_-]{0,63}")) {
                throw new IllegalArgumentException("a field is written name:KIND, not '" + each.strip() + "'");
            }
            kinds.put(plain(nameAndKind[0]), kind(nameAndKind[1]));
        }
        return new Masking(kinds);
    }

    private static FieldKind kind(String name) {
        for (FieldKind kind : FieldKind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("'" + name + "' is none of " + java.util.List.of(FieldKind.values()));
    }

    @Nullable FieldKind kindOf(String field) {
        return kinds.get(plain(field));
    }

    /** A header's or a column's value. */
    public String value(String field, String value) {
        FieldKind kind = kindOf(field);
        return kind == null ? value : kind.masked(value);
    }

    /**
     * A JSON text. From the first sign that isn't JSON nothing more is shown: what can't be read can't be masked.
     *
     * @param limit characters that are shown at most
     */
    public Masked json(String text, int limit) {
        return new JsonMasking(this, text, limit).mask();
    }

    /** A query string as it came, {@code number=110123456789&bank=088}; the names decide, whatever is percent-encoded. */
    public String query(String raw) {
        StringBuilder masked = new StringBuilder(raw.length());
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            FieldKind kind = equals < 0 ? null : kindOf(decoded(pair.substring(0, equals)));
            masked.append(masked.isEmpty() ? "" : "&")
                    .append(
                            kind == null
                                    ? pair
                                    : pair.substring(0, equals + 1) + kind.masked(decoded(pair.substring(equals + 1))));
        }
        return masked.toString();
    }

    private static String decoded(String text) {
        try {
            return java.net.URLDecoder.decode(text, java.nio.charset.StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Not percent-encoded as it should be: nothing of it can be told apart, so nothing of it is shown
            return FieldKind.HIDDEN;
        }
    }

    private static String plain(String field) {
        boolean asItIs = true;
        for (int i = 0; i < field.length() && asItIs; i++) {
            char sign = field.charAt(i);
            asItIs = sign >= 'a' && sign <= 'z';
        }
        if (asItIs) {
            return field;
        }
        StringBuilder plain = new StringBuilder(field.length());
        for (char sign : field.toLowerCase(Locale.ROOT).toCharArray()) {
            if (!JOINTS.contains(sign)) {
                plain.append(sign);
            }
        }
        return plain.toString();
    }

    /**
     * What may be shown of a text.
     *
     * @param cut whether something of it is missing at the end
     */
    public record Masked(String text, boolean cut) {}
}
