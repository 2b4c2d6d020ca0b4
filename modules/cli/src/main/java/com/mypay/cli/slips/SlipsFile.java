package com.mypay.cli.slips;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mypay.cli.CommandFailure;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
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
import java.util.zip.GZIPInputStream;

/** Reads a file of lines {@code InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID,Country}, gzipped or not. */
public final class SlipsFile {

    private static final int GZIP_MAGIC_1 = 0x1f;
    private static final int GZIP_MAGIC_2 = 0x8b;
    private static final int TAG_BYTES = 4;
    private static final int BUFFER = 1 << 16;

    private final List<SlipLine> payments = new ArrayList<>();
    private final List<SlipBook.Cancellation> cancellations = new ArrayList<>();
    private final List<SlipBook.Malformed> malformed = new ArrayList<>();
    private final Map<String, List<Remaining>> remainingOf = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
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

    /** Reads the whole file; lines that can't be read are listed and left out. */
    public static SlipBook read(Path file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            SlipsFile reading = new SlipsFile();
            try (InputStream in =
                            new DigestInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER), digest);
                    BufferedReader lines =
                            new BufferedReader(new InputStreamReader(decompressed(file, in), UTF_8), BUFFER)) {
                reading.readAll(lines);
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            String tag = HexFormat.of().formatHex(digest.digest(), 0, TAG_BYTES);
            return new SlipBook(
                    tag,
                    reading.payments,
                    reading.cancellations,
                    reading.skipped,
                    reading.unmatched,
                    reading.malformed);
        } catch (IOException e) {
            throw CommandFailure.refused("slips.unreadable", file, String.valueOf(e.getMessage()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream decompressed(Path file, InputStream in) throws IOException {
        try (InputStream start = Files.newInputStream(file)) {
            boolean zipped = start.read() == GZIP_MAGIC_1 && start.read() == GZIP_MAGIC_2;
            return zipped ? new GZIPInputStream(in, BUFFER) : in;
        }
    }

    private void readAll(BufferedReader lines) throws IOException {
        int number = 1;
        String header = lines.readLine();
        if (header == null || !header.startsWith("InvoiceNo,")) {
            throw new IOException("the first line is not InvoiceNo,StockCode,...");
        }
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            try {
                SlipLine.parse(number, line).ifPresentOrElse(slip -> take(shared(slip)), () -> skipped++);
            } catch (SlipLine.MalformedException e) {
                malformed.add(new SlipBook.Malformed(number, String.valueOf(e.getMessage())));
            }
        }
    }

    /** The same few thousand texts come half a million times. */
    private SlipLine shared(SlipLine slip) {
        return new SlipLine(
                slip.number(),
                slip.isCancellation(),
                shared(slip.franchise()),
                shared(slip.member()),
                shared(slip.district()),
                slip.day(),
                slip.amountWon());
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
