-- Slips that another system issued and that come as a file.

-- A file, by its content: the key is what makes the second import of the same file end.
CREATE TABLE SLIP_IMPORT (
  IMPORT_ID        VARCHAR2(32)        NOT NULL,
  FILE_NAME        VARCHAR2(255 CHAR)  NOT NULL,
  STATUS           VARCHAR2(7)         NOT NULL,
  JOB_INSTANCE_ID  NUMBER(18)          NOT NULL,
  LINE_COUNT       NUMBER(18)          NOT NULL,
  -- counted in the transaction of each chunk
  LAST_LINE        NUMBER(18)          NOT NULL,
  IMPORTED_COUNT   NUMBER(18)          NOT NULL,
  KNOWN_COUNT      NUMBER(18)          NOT NULL,
  REJECTED_COUNT   NUMBER(18)          NOT NULL,
  BEGUN_AT         TIMESTAMP(6)        NOT NULL,
  ENDED_AT         TIMESTAMP(6),
  GUID             CHAR(32)            NOT NULL,
  VERSION          NUMBER(9)           NOT NULL,
  CONSTRAINT SLIP_IMPORT_PK PRIMARY KEY (IMPORT_ID),
  CONSTRAINT SLIP_IMPORT_JOB_UK UNIQUE (JOB_INSTANCE_ID),
  CONSTRAINT SLIP_IMPORT_STATUS_CK CHECK (STATUS IN ('RUNNING', 'DONE'))
);

-- The lines of a file that are no slips, with the reason; the reject file is written from them.
CREATE TABLE REJECTED_LINE (
  IMPORT_ID  VARCHAR2(32)        NOT NULL,
  LINE_NO    NUMBER(18)          NOT NULL,
  REASON     VARCHAR2(200 CHAR)  NOT NULL,
  CONSTRAINT REJECTED_LINE_PK PRIMARY KEY (IMPORT_ID, LINE_NO),
  CONSTRAINT REJECTED_LINE_IMPORT_FK FOREIGN KEY (IMPORT_ID) REFERENCES SLIP_IMPORT (IMPORT_ID)
);

-- Which file a slip came with; empty for payment's own.
ALTER TABLE SLIP ADD (IMPORT_ID VARCHAR2(32));
