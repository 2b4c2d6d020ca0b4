-- What REMITTANCE_APP, the account that the service works with, may do in schema REMITTANCE: one line per table and sequence.
-- The runner applies this file after the scripts, each time, and refuses a table that isn't named here.

-- V001__framework.sql
GRANT SELECT, INSERT, UPDATE, DELETE ON QUEUE_LOG TO REMITTANCE_APP;
GRANT SELECT ON QUEUE_LOG_SEQ TO REMITTANCE_APP;
GRANT SELECT, INSERT, UPDATE, DELETE ON RELAY_LEASE TO REMITTANCE_APP;
GRANT SELECT, INSERT, UPDATE, DELETE ON COMMAND_REQUEST TO REMITTANCE_APP;
