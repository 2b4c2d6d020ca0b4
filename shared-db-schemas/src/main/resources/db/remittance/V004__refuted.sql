-- What two persons have resolved and the bank contradicts doesn't hold; others may resolve it otherwise.
ALTER TABLE RESOLUTION DROP CONSTRAINT RESOLUTION_STATUS_CK;
ALTER TABLE RESOLUTION ADD CONSTRAINT RESOLUTION_STATUS_CK CHECK (STATUS IN ('PROPOSED', 'APPROVED', 'REFUTED'));
