package com.mypay.settlement.adapter.in.rest;

import com.mypay.settlement.application.FindSettlements.Statement;
import com.mypay.settlement.application.WriteStatement;
import com.mypay.settlement.domain.Settlements.LineOfSlip;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * A statement as PDF, A4, in Korean. The font is in it, cut down to the characters that are used, so that it looks the
 * same everywhere; what the font doesn't have is written as a question mark. It lists {@value #MOST_LINES} lines at most
 * and says where the others are; its pages are kept in a temporary file until they are written.
 */
final class PdfStatement implements WriteStatement.Document, AutoCloseable {

    static final int MOST_LINES = 20_000;

    private static final String FONT = "/com/mypay/settlement/fonts/NanumSquareR.ttf";

    /** In points, as everything here; A4 has 595 by 841. */
    private static final int LEFT = 40;

    private static final int RIGHT = 555;
    private static final int TOP = 790;
    private static final int BOTTOM = 50;
    private static final int LEADING = 14;
    private static final int SMALL = 8;
    private static final int SMALLEST = 4;

    /** Where each column of a line ends; the first three begin behind the one before. */
    private static final int[] ENDS = {70, 225, 320, 385, 430, 485, RIGHT};

    private static final int TEXT_COLUMNS = 3;

    /** Between words, in thousandths of the font's size: wide enough that readers take it for a blank. */
    private static final float GAP = 300;

    private final OutputStream out;
    private final PDDocument document;
    private final PDType0Font font;
    private @Nullable PDPageContentStream page;
    private int pages;
    private int y;
    private int lines;
    private long left;

    /** @param out is flushed at the end and not closed */
    PdfStatement(OutputStream out) throws IOException {
        this.out = out;
        this.document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
        try (InputStream file = Objects.requireNonNull(PdfStatement.class.getResourceAsStream(FONT))) {
            this.font = PDType0Font.load(document, file, true);
        }
    }

    @Override
    public void head(Statement statement, String name) {
        document.getDocumentInformation().setTitle("정산 내역서 " + statement.cycle().businessDate());
        document.getDocumentCatalog().setLanguage("ko-KR");
        newPage();
        text("정산 내역서", LEFT, 18);
        down(2);
        pair("가맹점", name + " (" + statement.settlement().franchiseId() + ")", "");
        pair("영업일", statement.cycle().businessDate().toString(), "");
        pair("정산 회차", statement.cycle().id().value(), "");
        pair("마감", statement.cycle().closedAt().map(StatementWords::moment).orElse("아직 마감되지 않음"), "");
        down(1);
        for (StatementWords.Sum sum : StatementWords.sums(statement)) {
            pair(sum.name(), StatementWords.grouped(sum.won()) + "원", sum.remark());
        }
        down(1);
        columns();
    }

    private void pair(String name, String value, String remark) {
        text(name, LEFT, 10);
        // A franchise's name may be as long as two lines of a page: smaller then, and whole
        int size = 10;
        while (size > SMALLEST && LEFT + 110 + width(writable(value), size) > RIGHT) {
            size--;
        }
        text(value, LEFT + 110, size);
        text(remark, LEFT + 290, 10);
        down(1);
    }

    private void columns() {
        row(StatementWords.COLUMNS);
        rule();
    }

    @Override
    public void lines(List<LineOfSlip> more) {
        for (LineOfSlip line : more) {
            if (lines == MOST_LINES) {
                left++;
            } else {
                lines++;
                if (y < BOTTOM) {
                    newPage();
                    columns();
                }
                row(StatementWords.line(line));
            }
        }
    }

    private void row(List<String> values) {
        for (int column = 0; column < values.size(); column++) {
            String value = column > TEXT_COLUMNS - 1 && isNumber(values.get(column))
                    ? StatementWords.grouped(Long.parseLong(values.get(column)))
                    : values.get(column);
            if (column < TEXT_COLUMNS) {
                text(value, column == 0 ? LEFT : ENDS[column - 1], SMALL);
            } else {
                text(value, ENDS[column] - width(value, SMALL), SMALL);
            }
        }
        down(1);
    }

    private static boolean isNumber(String value) {
        return value.matches("-?[0-9]+");
    }

    @Override
    public void end(Statement statement) {
        if (left > 0) {
            text("이 밖의 전표 " + StatementWords.grouped(left) + "건은 CSV 내역서에 있습니다.", LEFT, SMALL);
        }
        closePage();
        try {
            document.save(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void newPage() {
        closePage();
        try {
            PDPage added = new PDPage(PDRectangle.A4);
            document.addPage(added);
            page = new PDPageContentStream(document, added);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pages++;
        y = TOP;
    }

    private void closePage() {
        PDPageContentStream open = page;
        if (open != null) {
            y = BOTTOM - 2 * LEADING;
            text(Integer.toString(pages), RIGHT - 10, SMALL);
            try {
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            page = null;
        }
    }

    private void down(int rows) {
        y -= rows * LEADING;
    }

    private void text(String text, float x, int size) {
        if (text.isEmpty()) {
            return;
        }
        PDPageContentStream open = Objects.requireNonNull(page);
        try {
            open.beginText();
            open.setFont(font, size);
            open.newLineAtOffset(x, y);
            open.showTextWithPositioning(words(writable(text)));
            open.endText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A blank is a gap: the font shares its glyph with another character, and who copies the text would get that one. */
    private static Object[] words(String text) {
        List<Object> words = new ArrayList<>();
        for (String word : text.split(" ", -1)) {
            if (!words.isEmpty()) {
                words.add(-GAP);
            }
            words.add(word);
        }
        return words.toArray();
    }

    private void rule() {
        PDPageContentStream open = Objects.requireNonNull(page);
        try {
            open.moveTo(LEFT, y + LEADING - 3);
            open.lineTo(RIGHT, y + LEADING - 3);
            open.setLineWidth(0.5f);
            open.stroke();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private float width(String text, int size) {
        try {
            return font.getStringWidth(text) / 1_000 * size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String writable(String text) {
        StringBuilder writable = new StringBuilder(text.length());
        text.codePoints()
                .mapToObj(Character::toString)
                .forEach(character -> writable.append(has(character) ? character : "?"));
        return writable.toString();
    }

    private boolean has(String character) {
        try {
            return font.encode(character).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
