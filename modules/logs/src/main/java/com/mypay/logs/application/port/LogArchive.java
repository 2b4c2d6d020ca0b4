package com.mypay.logs.application.port;

import com.mypay.logs.domain.ArchivedFile;
import com.mypay.logs.domain.ArchivedFile.Written;
import com.mypay.logs.domain.LogKind;
import com.mypay.logs.domain.Retention;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** The files of the archive. A file is written once and never changed. */
public interface LogArchive {

    /** Files of one part of a date: one for each retention class that has lines. */
    interface Part extends AutoCloseable {

        void add(Retention retention, String line);

        /** Everything is on the disk under its final name, whatever was there from an attempt before. */
        Map<Retention, Written> finish();

        /** Without {@link #finish()} nothing is left. */
        @Override
        void close();
    }

    /** @throws java.io.UncheckedIOException if the directory can't be written */
    Part begin(LogKind kind, LocalDate date, int part);

    /** What is wrong with a file: it is missing, or isn't what the manifest says. */
    Optional<String> damage(LogKind kind, ArchivedFile file);

    void delete(LogKind kind, ArchivedFile file);
}
