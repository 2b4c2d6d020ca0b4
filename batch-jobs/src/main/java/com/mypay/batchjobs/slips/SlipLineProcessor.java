package com.mypay.batchjobs.slips;

import com.mypay.settlement.application.ImportSlips.Line;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** What a line says; nothing where it is a remark. */
@Named
@Dependent
public class SlipLineProcessor implements ItemProcessor {

    @Override
    public @Nullable Line processItem(Object line) {
        SlipLineReader.Text read = (SlipLineReader.Text) line;
        return SlipLines.read(read.number(), read.text()).orElse(null);
    }
}
