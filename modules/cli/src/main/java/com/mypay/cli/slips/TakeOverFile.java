package com.mypay.cli.slips;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mypay.cli.slips.SlipBook.Cancellation;
import com.mypay.cli.slips.SlipBook.Malformed;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * A shop's lines as the slips file that the job {@code import-slips} takes, line by line: what is no slip is a remark
 * there, what can't be read a rejected line, so that its reject file counts as the shop's file does.
 */
public final class TakeOverFile {

    private static final String HEADER = "slipId,kind,paymentId,franchiseId,memberId,amountWon,remainingBeforeWon,"
            + "commissionBasisPoints,approvedAt\n";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** Customers of another system are no members: their numbers begin behind all of membership's. */
    private static final long FIRST_CUSTOMER = 100_000_000_000_000_000L;

    private final SlipBook book;
    private final ToLongFunction<String> franchiseId;

    /** @param franchiseId MyPay's, by the shop */
    public TakeOverFile(SlipBook book, ToLongFunction<String> franchiseId) {
        this.book = book;
        this.franchiseId = franchiseId;
    }

    /** Whole or not there at all; the same book gives the same bytes. */
    public void write(Path target) throws IOException {
        Path beside = target.resolveSibling(target.getFileName() + ".part");
        try (BufferedWriter out = Files.newBufferedWriter(beside, UTF_8)) {
            out.write(HEADER);
            Map<Integer, String> lines = lines();
            for (int number = 2; number <= book.lines(); number++) {
                out.write(lines.getOrDefault(number, "#"));
                out.write('\n');
            }
        } catch (IOException e) {
            Files.deleteIfExists(beside);
            throw e;
        }
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Map<Integer, String> lines() {
        Map<Integer, String> lines = new HashMap<>();
        for (Malformed line : book.malformed()) {
            lines.put(line.number(), "!" + line.reason());
        }
        for (SlipLine payment : book.payments()) {
            lines.put(payment.number(), line(payment, "PAYMENT", payment.id(), payment.amountWon()));
        }
        Map<Integer, Long> remaining = new TreeMap<>();
        for (Cancellation each : book.cancellations()) {
            SlipLine payment = each.payment();
            long before = remaining.getOrDefault(payment.number(), payment.amountWon());
            remaining.put(payment.number(), before - each.slip().amountWon());
            lines.put(each.slip().number(), line(each.slip(), "CANCELLATION", payment.id(), before));
        }
        return lines;
    }

    private String line(SlipLine slip, String kind, String paymentId, long remainingBefore) {
        return slip.id()
                + "," + kind
                + "," + paymentId
                + "," + franchiseId.applyAsLong(slip.franchise())
                + "," + (FIRST_CUSTOMER + Long.parseLong(slip.member()))
                + "," + slip.amountWon()
                + "," + remainingBefore
                + "," + SlipBook.commissionBasisPoints(slip.franchise())
                + "," + TIME.format(slip.at());
    }
}
