package com.mypay.logs.adapter.out.archive;

import com.mypay.framework.value.Sha256;
import com.mypay.logs.domain.ArchivedFile.Written;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** One file: written beside its final name, forced to the disk, then renamed. */
final class GzipFile {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path target;
    private final Path temporary;
    private final FileChannel channel;
    private final MessageDigest digest = Sha256.digest();
    private final OutputStream below;
    private final GZIPOutputStream compressed;
    private final OutputStream out;
    private long lines;

    private GzipFile(Path target, Path temporary, FileChannel channel) throws IOException {
        this.target = target;
        this.temporary = temporary;
        this.channel = channel;
        this.below = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
        this.compressed = new GZIPOutputStream(new DigestOutputStream(below, digest), BUFFER_BYTES);
        this.out = new BufferedOutputStream(compressed, BUFFER_BYTES);
    }

    static GzipFile begin(Path target) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        Path temporary = target.resolveSibling(target.getFileName() + ".new");
        FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        return new GzipFile(target, temporary, channel);
    }

    void add(String line) throws IOException {
        out.write(FileLogArchive.encoded(line));
        lines++;
    }

    Written finish() throws IOException {
        out.flush();
        compressed.finish();
        below.flush();
        channel.force(true);
        long bytes = channel.size();
        channel.close();
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new Written(
                String.valueOf(target.getFileName()),
                lines,
                bytes,
                HexFormat.of().formatHex(digest.digest()));
    }

    void giveUp() {
        try {
            channel.close();
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // the next attempt writes it anew
        }
    }
}
