-- Whoever opens a cycle locks OPEN, so that no two overlap; whoever closes one locks CERTIFY, so that certificates follow
-- one another.
CREATE TABLE CYCLE_GUARD (
  GUARD_NAME  VARCHAR2(10)  NOT NULL,
  CONSTRAINT CYCLE_GUARD_PK PRIMARY KEY (GUARD_NAME)
);

INSERT INTO CYCLE_GUARD (GUARD_NAME) VALUES ('OPEN');
INSERT INTO CYCLE_GUARD (GUARD_NAME) VALUES ('CERTIFY');
