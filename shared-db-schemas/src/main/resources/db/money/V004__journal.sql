-- The journal of a day, in the order of booking, for the accounting system.
CREATE INDEX ENTRY_BOOKED_IX ON ENTRY (BOOKED_AT, ENTRY_ID);
