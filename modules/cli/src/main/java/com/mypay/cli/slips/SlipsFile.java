package com.mypay.cli.slips;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.Text;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads a file of lines {@code InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID,Country}, gzipped or not. */
public final class SlipsFile {

    /** What such a file begins with. */
    public static final String HEADER = "InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

    private static final int GZIP_MAGIC_1 = 0x1f;
    private static final int GZIP_MAGIC_2 = 0x8b;
    private static final int TAG_BYTES = 4;
    private static final int BUFFER = 1 << 16;

    private final List<SlipLine> payments = new ArrayList<>();
    private final List<SlipBook.Cancellation> cancellations = new ArrayList<>();
    private final List<SlipBook.Malformed> malformed = new ArrayList<>();
    private final Map<String, List<Remaining>> remainingOf = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Integer> linesOfInvoice = new HashMap<>();
    private int lines;
    private int skipped;
    private int unmatched;

    /** What is left of a payment. */
    private static final class Remaining {

        private final SlipLine payment;
        private long won;

        Remaining(SlipLine payment) {
            this.payment = payment;
            this.won = payment.amountWon();
        }
    }

    private SlipsFile() {}

    /** Sees whether a text ends with a line's end. */
    private static final class WholeLines extends FilterInputStream {

        private int last = '\n';

        WholeLines(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            if (count > 0) {
                last = bytes[offset + count - 1];
            }
            return count;
        }

        void requireEnd() throws EOFException {
            if (last != '\n') {
                throw new EOFException("the last line has no end");
            }
        }
    }

    /** Reads the whole file; lines that can't be read are listed and left out. */
    public static SlipBook read(Path file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            SlipsFile reading = new SlipsFile();
            try (InputStream in =
                            new DigestInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER), digest);
                    WholeLines text = new WholeLines(decompressed(file, in));
                    BufferedReader lines =
                            new BufferedReader(new InputStreamReader(text, UTF_8.newDecoder()), BUFFER)) {
                reading.readAll(lines);
                text.requireEnd();
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            String tag = HexFormat.of().formatHex(digest.digest(), 0, TAG_BYTES);
            return new SlipBook(
                    tag,
                    reading.payments,
                    reading.cancellations,
                    reading.skipped,
                    reading.unmatched,
                    reading.malformed,
                    reading.lines);
        } catch (CharacterCodingException e) {
            throw CommandFailure.refused("slips.unreadable", file, Text.of("slips.encoding"));
        } catch (EOFException | ZipException e) {
            throw CommandFailure.refused("slips.unreadable", file, Text.of("slips.cutOff"));
        } catch (IOException e) {
            throw CommandFailure.refused("slips.unreadable", file, String.valueOf(e.getMessage()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first line of a file; empty where it has none, or can't be read. */
    public static Optional<String> header(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
                BufferedReader lines = new BufferedReader(new InputStreamReader(decompressed(file, in), UTF_8))) {
            char[] start = new char[HEADER.length() + 1];
            int length = lines.read(start);
            String text = length < 0 ? "" : new String(start, 0, length);
            return text.lines().findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static InputStream decompressed(Path file, InputStream in) throws IOException {
        try (InputStream start = Files.newInputStream(file)) {
            boolean zipped = start.read() == GZIP_MAGIC_1 && start.read() == GZIP_MAGIC_2;
            return zipped ? new GZIPInputStream(in, BUFFER) : in;
        }
    }

    private void readAll(BufferedReader reader) throws IOException {
        int number = 1;
        String header = reader.readLine();
        if (header == null) {
            throw new IOException(Text.of("slips.empty"));
        }
        if (!header.equals(HEADER)) {
            throw new IOException(Text.of("slips.header", HEADER));
        }
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            try {
                SlipLine.parse(number, id(line), line).ifPresentOrElse(slip -> take(shared(slip)), () -> skipped++);
            } catch (SlipLine.MalformedException e) {
                malformed.add(new SlipBook.Malformed(number, String.valueOf(e.getMessage())));
            }
        }
        lines = number;
    }

    /** The same few thousand texts come half a million times. */
    private SlipLine shared(SlipLine slip) {
        return new SlipLine(
                slip.number(),
                slip.id(),
                slip.isCancellation(),
                shared(slip.franchise()),
                shared(slip.member()),
                shared(slip.district()),
                slip.at(),
                slip.amountWon());
    }

    /** Counts the invoice's lines that are no slips as well: a line that is corrected leaves the others their ids. */
    private String id(String line) {
        int comma = line.indexOf(',');
        String invoice = comma < 0 ? line : line.substring(0, comma);
        return invoice + "-" + linesOfInvoice.merge(invoice, 1, Integer::sum);
    }

    private String shared(String text) {
        return texts.computeIfAbsent(text, same -> same);
    }

    private void take(SlipLine slip) {
        List<Remaining> ofPair =
                remainingOf.computeIfAbsent(slip.member() + "/" + slip.franchise(), pair -> new ArrayList<>(2));
        if (!slip.isCancellation()) {
            payments.add(slip);
            ofPair.add(new Remaining(slip));
            return;
        }
        for (int i = ofPair.size() - 1; i >= 0; i--) {
            Remaining payment = ofPair.get(i);
            if (payment.won >= slip.amountWon()) {
                payment.won -= slip.amountWon();
                cancellations.add(new SlipBook.Cancellation(slip, payment.payment));
                return;
            }
        }
        unmatched++;
    }
}
