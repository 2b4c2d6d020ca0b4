-- For counting how many payees were confirmed to a sender within the last hour.
CREATE INDEX CONFIRMATION_SENDER_IX ON CONFIRMATION (SENDER_ID, EXPIRES_TIMESTAMP);
