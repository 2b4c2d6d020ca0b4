package com.mypay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Format;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** Both languages say the same, and say nothing that nobody uses. */
class MessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([0-9]+)[^}]*}");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    /** Keys that are put together: what follows the prefix stands in the source by itself. */
    private static final List<String> FAMILIES = List.of("part.", "rule.", "figures.");

    /** Keys whose end comes from outside: the settlement's words, and the numbers of the invariants. */
    private static final Map<String, List<String>> FROM_OUTSIDE = Map.of(
            "report.carry.", List.of("NEGATIVE", "HELD", "NOT_DUE", "UNDER_MINIMUM", "RESERVED", "REFUSED"),
            "report.payout.", List.of("REQUESTED", "COMPLETED", "REFUSED", "IN_DOUBT"),
            "remit.step.", List.of("TRANSFER", "HOLD", "TOP_UP", "FIRMBANKING", "CAPTURE", "RELEASE"),
            "remit.status.",
                    List.of("REQUESTED", "PREPARING", "HELD", "SENT", "IN_DOUBT", "SUCCEEDED", "FAILED", "CANCELLED"),
            "audit.row.", List.of("CERTIFICATE", "CYCLE", "SEAL", "LINE", "SETTLEMENT", "PAYOUT", "CARRY_OVER"),
            "recompute.what.", List.of("CYCLE", "LINE", "SETTLEMENT", "CARRIED_IN", "OUTCOME", "PAYOUT", "CARRY_OVER"),
            "audit.damage.", List.of("CHANGED", "REMOVED", "ADDED"),
            "report.outcome.", List.of("PAYOUT", "CARRIED", "NOTHING_DUE", "OPEN"),
            "import.end.",
                    List.of(
                            "IMPORT_ALREADY_DONE",
                            "IMPORT_ALREADY_RUNNING",
                            "FILE_UNREADABLE",
                            "FILE_EMPTY",
                            "FILE_HEADER_WRONG",
                            "FILE_ENCODING_WRONG",
                            "FILE_CUT_OFF",
                            "REJECTS_IS_FILE",
                            "TOO_MANY_REJECTED"),
            "invariant.",
                    Stream.iterate(1, i -> i + 1).limit(16).map(i -> "I" + i).toList());

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(texts(Language.KOREAN).keySet())
                .containsExactlyElementsOf(texts(Language.ENGLISH).keySet());
    }

    @Test
    void bothLanguagesHaveTheSamePlaceholders() {
        Map<String, String> korean = texts(Language.KOREAN);
        texts(Language.ENGLISH)
                .forEach((key, english) -> assertThat(placeholders(korean.getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(placeholders(english)));
    }

    @ParameterizedTest
    @EnumSource
    void noQuoteSwallowsAPlaceholder(Language language) {
        Set<String> help = helpKeys();
        texts(language).forEach((key, text) -> {
            if (help.contains(key)) {
                assertThat(text).as(key).doesNotContain("'", "%", "{");
            } else {
                Format[] formats = new MessageFormat(text, Locale.ENGLISH).getFormatsByArgumentIndex();
                Set<Integer> known = placeholders(text);
                assertThat(formats)
                        .as(key)
                        .hasSize(known.stream().mapToInt(i -> i + 1).max().orElse(0));
                Object[] values =
                        Stream.iterate(1, i -> i + 1).limit(formats.length).toArray();
                assertThat(new MessageFormat(text, Locale.ENGLISH).format(values))
                        .as(key)
                        .doesNotContainPattern("\\{[0-9]");
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void koreanIsKoreanAndEnglishIsEnglish(Language language) {
        Pattern hangul = Pattern.compile("[가-힣]");
        Map<String, String> texts = texts(language);
        Set<String> alike = Set.of(
                "usage.descriptionHeading",
                "invariant",
                "io",
                "figures.lines",
                "remit.step",
                "remit.stepBecause",
                "remit.refused",
                "trace.BUSINESS",
                "trace.ERROR");
        texts.forEach((key, text) -> {
            if (!alike.contains(key)) {
                assertThat(hangul.matcher(text).find()).as(key).isEqualTo(language == Language.KOREAN);
            }
        });
    }

    @Test
    void everyKeyIsUsedAndEveryUsedKeyIsThere() {
        Set<String> literals = literals();
        Set<String> used = new TreeSet<>(helpKeys());
        FROM_OUTSIDE.forEach((prefix, ends) -> ends.forEach(end -> used.add(prefix + end)));
        Set<String> there = texts(Language.ENGLISH).keySet();
        for (String key : there) {
            boolean ofAFamily = FAMILIES.stream()
                    .anyMatch(family -> key.startsWith(family) && literals.contains(key.substring(family.length())));
            if (literals.contains(key) || ofAFamily) {
                used.add(key);
            }
        }
        assertThat(used).containsExactlyInAnyOrderElementsOf(there);
        assertThat(there).containsAll(keysInTheSource());
    }

    private static Map<String, String> texts(Language language) {
        ResourceBundle bundle = language.speak(Text::bundle);
        Map<String, String> texts = new TreeMap<>();
        bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        return texts;
    }

    private static Set<Integer> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those that picocli looks for. */
    private static Set<String> helpKeys() {
        Set<String> keys = new TreeSet<>(List.of(
                "usage.synopsisHeading",
                "usage.descriptionHeading",
                "usage.optionListHeading",
                "usage.commandListHeading",
                "mypay.usage.footer"));
        CommandLine top = MyPay.commandLine();
        Stream.concat(Stream.of(top), top.getSubcommands().values().stream()).forEach(line -> {
            String name = line.getCommandSpec().qualifiedName(".");
            String[] description = line.getCommandSpec().usageMessage().description();
            for (int i = 0; i < description.length; i++) {
                keys.add(name + ".usage.description" + (description.length == 1 ? "" : "." + i));
            }
            line.getCommandSpec().options().forEach(option -> keys.add(option.descriptionKey()));
            line.getCommandSpec().positionalParameters().forEach(parameter -> keys.add(parameter.descriptionKey()));
        });
        return keys;
    }

    private static Set<String> literals() {
        return LITERAL.matcher(source())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Where a key stands as it is: Text.of, refused, failed, say. */
    private static Set<String> keysInTheSource() {
        Matcher calls = Pattern.compile("(?:Text\\.of|refused|failed|say)\\(\\s*\"([a-zA-Z.]+)\"\\s*[,)]")
                .matcher(source());
        Set<String> keys = calls.results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
        assertThat(keys).hasSizeGreaterThan(60);
        return keys;
    }

    private static String source() {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            StringBuilder all = new StringBuilder();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
