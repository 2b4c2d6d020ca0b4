-- Since when a server beats without a pause: who was itself cut off from the database until just now can't tell which of
-- the others are gone.
ALTER TABLE BATCH_SERVER ADD (BEATING_SINCE TIMESTAMP(6));
