-- The remittance that has asked for a top-up by message and is answered when it has ended; COMMAND is its request id.
ALTER TABLE CHARGE ADD (REMITTANCE_ID VARCHAR2(32));
