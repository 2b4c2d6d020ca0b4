package com.mypay.logs.adapter.out.archive;

import com.mypay.logs.application.port.LogArchive;
import com.mypay.logs.domain.ArchivedFile.Written;
import com.mypay.logs.domain.Retention;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** The files of one part, one per retention class, each made when its first line comes. */
final class GzipPart implements LogArchive.Part {

    private final Function<Retention, Path> paths;
    private final Map<Retention, GzipFile> files = new EnumMap<>(Retention.class);

    GzipPart(Function<Retention, Path> paths) {
        this.paths = paths;
    }

    @Override
    public void add(Retention retention, String line) {
        try {
            GzipFile file = files.get(retention);
            if (file == null) {
                file = GzipFile.begin(paths.apply(retention));
                files.put(retention, file);
            }
            file.add(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<Retention, Written> finish() {
        Map<Retention, Written> written = new EnumMap<>(Retention.class);
        for (Map.Entry<Retention, GzipFile> file : files.entrySet()) {
            try {
                written.put(file.getKey(), file.getValue().finish());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return written;
    }

    @Override
    public void close() {
        files.values().forEach(GzipFile::giveUp);
    }
}
