-- Which servers run jobs, and when each of them was last alive: whose beat has ended has lost its executions.
-- Ours, beside Liberty's tables.
CREATE TABLE BATCH_SERVER (
  SERVER_ID  VARCHAR2(256 CHAR)  NOT NULL,
  BEAT_AT    TIMESTAMP(6)        NOT NULL,
  CONSTRAINT BATCH_SERVER_PK PRIMARY KEY (SERVER_ID)
);
