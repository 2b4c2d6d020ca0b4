package com.mypay.frameworktest.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OracleGateTest {

    static Stream<Arguments> whatOracleRefuses() {
        return Stream.of(
                // what isn't SQL at all
                wrong("SELEC A FROM B", "grammar"),
                wrong("SELECT A FROM B WHERE", "grammar"),
                wrong("SELECT A FROM B WHERE A = ? B", "grammar"),
                // another database's SQL
                wrong("SELECT 1", "grammar"),
                wrong("SELECT t.A FROM T AS t", "grammar"),
                wrong("SELECT t.A FROM T t JOIN U AS u ON u.A = t.A", "grammar"),
                wrong("SELECT A FROM T LIMIT 5", "not on Oracle: LIMIT"),
                wrong("SELECT A FROM T ORDER BY A OFFSET 5 ROWS", "OFFSET without FETCH"),
                wrong("SELECT A FROM T EXCEPT SELECT A FROM U", "not on Oracle: EXCEPT"),
                wrong("SELECT A FROM T WHERE A = TRUE", "not on Oracle: TRUE"),
                wrong("SELECT A FROM T WHERE A = 1 && B = 2", "Oracle has no sign &&"),
                wrong("SELECT A::NUMBER FROM T", "Oracle has no sign ::"),
                wrong("SELECT NEXT VALUE FOR T_SEQ FROM DUAL", "grammar"),
                wrong("SELECT A FROM T WHERE (A, B) > (?, ?)", "Oracle compares no rows: (A, B) >"),
                wrong("WITH RECURSIVE X (N) AS (SELECT 1 FROM DUAL) SELECT N FROM X", "not on Oracle: RECURSIVE"),
                wrong("SELECT A FROM T WHERE B = 1 CONNECT BY PRIOR A = B", "not on H2: CONNECT BY"),
                wrong("INSERT INTO T (A) VALUES (1), (2)", "grammar"),
                wrong("INSERT INTO T (A) VALUES (?) ON CONFLICT DO NOTHING", "not on Oracle: CONFLICT"),
                wrong("MERGE INTO T KEY (A) VALUES (1)", "grammar"),
                // the other meaning of an empty string, and time
                wrong("INSERT INTO T (A) VALUES ('')", "an empty string is NULL on Oracle"),
                wrong("SELECT A FROM T WHERE A = CURRENT_TIMESTAMP", "time comes from the application's clock"),
                wrong("UPDATE T SET A = SYSDATE WHERE B = ?", "time comes from the application's clock"),
                // locks and pages
                wrong("SELECT A FROM T WHERE B = ? FOR UPDATE", "waits for ever"),
                wrong("SELECT A FROM T ORDER BY A FETCH FIRST 5 ROWS ONLY FOR UPDATE NOWAIT", "ORA-02014"),
                wrong("SELECT DISTINCT A FROM T FOR UPDATE NOWAIT", "FOR UPDATE together with DISTINCT"),
                wrong("SELECT * FROM (SELECT A FROM T WHERE ROWNUM <= 5) FOR UPDATE NOWAIT", "subquery in FROM"),
                wrong("SELECT A FROM T WHERE ROWNUM <= 5 ORDER BY A", "ROWNUM counts before ORDER BY"),
                wrong("SELECT A FROM T WHERE B IN (" + binds(901) + ")", "more than 900 elements in IN"),
                // whose table
                wrong("SELECT A FROM MONEY.T", "no name is qualified: MONEY.T"),
                wrong("SELECT t.A FROM U u, MONEY.T t WHERE u.A = t.A", "no name is qualified: MONEY.T"),
                wrong("SELECT t.A FROM U u JOIN MONEY.T t ON u.A = t.A", "no name is qualified: MONEY.T"),
                wrong("INSERT INTO MONEY.T (A) VALUES (?)", "no name is qualified: MONEY.T"),
                wrong("UPDATE MONEY.T SET A = ?", "no name is qualified: MONEY.T"),
                wrong("DELETE FROM MONEY.T WHERE A = ?", "no name is qualified: MONEY.T"),
                wrong("SELECT MONEY.T_SEQ.NEXTVAL FROM DUAL", "no name is qualified"),
                wrong("CREATE TABLE MONEY.T (A NUMBER(19))", "no name is qualified: MONEY.T"),
                // functions
                wrong("SELECT DATEDIFF(A, B) FROM T", "not among the allowed functions: DATEDIFF"),
                wrong("SELECT IFNULL(A, 0) FROM T", "not among the allowed functions: IFNULL"),
                wrong("SELECT JSON_VALUE(A, '$.x') FROM T", "not among the allowed functions: JSON_VALUE"),
                wrong("SELECT COALESCE(SUM(LEFT(A, 2)), 0) FROM T", "not among the allowed functions: LEFT"),
                // names
                wrong("CREATE TABLE T (LEVEL NUMBER(5))", "a reserved word of Oracle as a name: LEVEL"),
                wrong("CREATE TABLE T (A NUMBER(5), COMMENT VARCHAR2(9))", "as a name: COMMENT"),
                wrong("CREATE TABLE T (A NUMBER(5), \"MODE\" VARCHAR2(9))", "a name is not quoted: \"MODE\""),
                wrong("CREATE TABLE SESSION (A NUMBER(5))", "as a name: SESSION"),
                wrong("ALTER TABLE T ADD (SIZE NUMBER(5))", "as a name: SIZE"),
                wrong("ALTER TABLE T ADD START NUMBER(5)", "as a name: START"),
                wrong("SELECT A AS LEVEL FROM T", "as a name: LEVEL"),
                wrong("SELECT A AS \"a\" FROM T", "a name is not quoted"),
                wrong("SELECT \"version\" FROM T", "a name is not quoted"),
                wrong("SELECT \"script\" FROM SCHEMA_HISTORY", "a name is not quoted"),
                wrong("CREATE INDEX IX_MEMBER_REGISTERED_BANK_ACCOUNT ON T (A)", "longer than 30 characters"),
                wrong(
                        "CREATE TABLE T (A NUMBER(5) CONSTRAINT A_NAME_OF_MORE_THAN_THIRTY_LETTERS NOT NULL)",
                        "longer than"),
                // types
                wrong("CREATE TABLE T (A BIGINT)", "type BIGINT of A is none of"),
                wrong("CREATE TABLE T (A NUMBER)", "type NUMBER of A is none of"),
                wrong("CREATE TABLE T (A NUMBER(39))", "type NUMBER(39) of A is larger than 38"),
                wrong("CREATE TABLE T (A VARCHAR(10))", "type VARCHAR(10) of A is none of"),
                wrong("CREATE TABLE T (A VARCHAR2(4001 CHAR))", "larger than 4000"),
                wrong("CREATE TABLE T (A TIMESTAMP)", "type TIMESTAMP of A is none of"),
                wrong("CREATE TABLE T (A TIMESTAMP(6) WITH TIME ZONE)", "type TIMESTAMP(6) WITH TIME ZONE of A"),
                wrong("CREATE TABLE T (A BOOLEAN)", "not on Oracle: BOOLEAN"),
                wrong("CREATE TABLE T (A TEXT)", "type TEXT of A is none of"),
                wrong("CREATE TABLE T (A BINARY_DOUBLE)", "type BINARY_DOUBLE of A is none of"),
                wrong("SELECT CAST(A AS VARCHAR(10)) FROM T", "type VARCHAR(10) of a cast is none of"),
                wrong("ALTER TABLE T ADD (A INTEGER, B NUMBER(5))", "type INTEGER of A is none of"),
                wrong("ALTER TABLE T MODIFY (A FLOAT)", "type FLOAT of A is none of"),
                wrong("CREATE TABLE T (A NUMBER(1) NOT NULL)", "a boolean has CHECK (A IN (0, 1))"),
                wrong("CREATE TABLE T (A NUMBER(1), CONSTRAINT CK_T CHECK (A IN (0, 1, 2)))", "a boolean has CHECK"),
                wrong("CREATE TABLE T (A NUMBER(1), B NUMBER(1) CHECK (B IN (0, 1)))", "a boolean has CHECK (A IN"),
                // definitions
                wrong("CREATE TABLE T (A NUMBER(19) GENERATED BY DEFAULT AS IDENTITY)", "not on Oracle: IDENTITY"),
                wrong("CREATE TABLE T (A NUMBER(19) AUTO_INCREMENT)", "not on Oracle: AUTO_INCREMENT"),
                wrong("CREATE TABLE IF NOT EXISTS T (A NUMBER(19))", "not on Oracle: IF [NOT] EXISTS"),
                wrong("DROP TABLE IF EXISTS T", "not on Oracle: IF [NOT] EXISTS"),
                wrong("CREATE TABLE T (A NUMBER(5) NOT NULL DEFAULT 0)", "grammar"),
                wrong("ALTER TABLE T ADD COLUMN A NUMBER(5)", "grammar"),
                wrong("ALTER TABLE T ALTER COLUMN A NUMBER(5)", "grammar"),
                wrong("CREATE TABLE T (A NUMBER(5) REFERENCES U (A) ON UPDATE CASCADE)", "grammar"),
                wrong("CREATE INDEX IX_T ON T (UPPER(A))", "H2 has no index on a function"),
                wrong("CREATE INDEX IX_T ON MONEY.T (A)", "no name is qualified: MONEY.T"));
    }

    @ParameterizedTest
    @MethodSource("whatOracleRefuses")
    void refuses(String sql, String reason) {
        assertThat(OracleGate.violations(sql)).anyMatch(violation -> violation.contains(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE T (ID NUMBER(19) NOT NULL, NAME VARCHAR2(100 CHAR) NOT NULL, ACTIVE NUMBER(1) DEFAULT 1 NOT"
                        + " NULL, BORN DATE, AT TIMESTAMP(6) NOT NULL, GUID CHAR(32) NOT NULL, RAW_ID RAW(16), RATE"
                        + " NUMBER(9, 4), BODY CLOB, CONSTRAINT PK_T PRIMARY KEY (ID), CONSTRAINT UK_T UNIQUE (NAME, BORN),"
                        + " CONSTRAINT FK_T FOREIGN KEY (RAW_ID) REFERENCES U (ID), CONSTRAINT CK_T CHECK (ACTIVE IN (0, 1)))",
                "CREATE TABLE T (A VARCHAR2(9), B VARCHAR2(9) GENERATED ALWAYS AS (CASE WHEN A = 'X' THEN A END))",
                "CREATE TABLE T (A NUMBER(1) DEFAULT 0 NOT NULL CHECK (A IN (0, 1)))",
                "ALTER TABLE T ADD (A NUMBER(1) DEFAULT 0 NOT NULL CHECK (A IN (0, 1)))",
                "CREATE TABLE T (MAIN_MARK NUMBER(1), CONSTRAINT UK_T UNIQUE (MAIN_MARK), CONSTRAINT CK_T CHECK (MAIN_MARK = 1))",
                "ALTER TABLE T ADD CONSTRAINT FK_T FOREIGN KEY (A) REFERENCES U (A)",
                "ALTER TABLE T MODIFY (A NOT NULL)",
                "CREATE UNIQUE INDEX UX_T ON T (A, B DESC)",
                "CREATE SEQUENCE T_SEQ START WITH 50 INCREMENT BY 50",
                "GRANT SELECT, INSERT ON T TO MONEY_APP",
                "COMMENT ON COLUMN T.A IS '이름'",
                "SELECT T_SEQ.NEXTVAL FROM DUAL",
                "INSERT INTO T (A, B) VALUES (?, ?)",
                "INSERT INTO T (A, B) SELECT ?, B FROM U WHERE A = ? AND NOT EXISTS (SELECT 1 FROM T x WHERE x.A = ?)",
                "UPDATE T SET A = ?, VERSION = ? WHERE ((ID = ?) AND (VERSION = ?))",
                "DELETE FROM T t0 WHERE EXISTS(SELECT t1.A FROM T t1 WHERE t1.A = t0.A)",
                "SELECT t1.A AS a1, t0.B AS a2 FROM T t0, U t1 WHERE ((t0.A = ?) AND (t1.A = t0.A)) ORDER BY t0.B DESC",
                "SELECT * FROM (SELECT a.*, ROWNUM rnum  FROM (SELECT A AS a1 FROM T ORDER BY A) a WHERE ROWNUM <= ?)"
                        + " WHERE rnum > ?",
                "SELECT A FROM T ORDER BY A OFFSET ? ROWS FETCH NEXT ? ROWS ONLY",
                "SELECT A FROM T WHERE B = ? FOR UPDATE WAIT 5",
                "SELECT A FROM T WHERE ID IN (SELECT ID FROM T WHERE ROWNUM <= ?) FOR UPDATE SKIP LOCKED",
                "SELECT A FROM T WHERE (A, B) IN (SELECT A, B FROM U)",
                "SELECT A FROM T WHERE (A > ? OR (A = ? AND B > ?)) AND COALESCE(C, 0) > 1",
                "SELECT COALESCE(SUM(CASE WHEN A = 'X' THEN B ELSE 0 END), 0), COUNT(*) FROM T GROUP BY C HAVING COUNT(*) > 1",
                "SELECT ROW_NUMBER() OVER (PARTITION BY A ORDER BY B) FROM T",
                "SELECT EXTRACT(YEAR FROM t.A), TRIM(t.B) FROM T t WHERE A >= DATE '2011-12-05'",
                "WITH X (A) AS (SELECT A FROM T) SELECT A FROM X",
                "MERGE INTO T USING (SELECT CAST(? AS NUMBER(19)) AS ID FROM DUAL) S ON (T.ID = S.ID) WHEN MATCHED THEN"
                        + " UPDATE SET T.A = 1 WHEN NOT MATCHED THEN INSERT (ID, A) VALUES (S.ID, 1)",
            })
    void takesWhatOracleTakes(String sql) {
        assertThat(OracleGate.violations(sql)).isEmpty();
    }

    @Test
    void anInListOfNineHundredIsAllowed() {
        assertThat(OracleGate.violations("SELECT A FROM T WHERE B IN (" + binds(900) + ")"))
                .isEmpty();
    }

    /** The grammar lacks this condition, Oracle has had it since 12c; only the condition itself is replaced. */
    @Test
    void isJsonIsTakenThoughTheGrammarLacksIt() {
        assertThat(OracleGate.violations("CREATE TABLE T (A CLOB, CONSTRAINT CK_T CHECK (A IS JSON))"))
                .isEmpty();
        assertThat(OracleGate.violations("CREATE TABLE T (A CLOB, CONSTRAINT CK_T CHECK (A IS XML))"))
                .isNotEmpty();
    }

    /** The grammar reads a backslash in a literal as an escape, for Oracle it is a letter like any other. */
    @Test
    void aBackslashEndsALiteral() {
        assertThat(OracleGate.violations("SELECT A FROM T WHERE B LIKE ? ESCAPE '\\' AND C = 'it''s'"))
                .isEmpty();
    }

    @Test
    void everyStatementOfAScriptIsChecked() {
        assertThatCode(() -> OracleGate.checkScript(
                        "good.sql",
                        "-- a comment; with a semicolon\nCREATE TABLE T (A NUMBER(5));\n/* ; */\nDROP TABLE T\n/\n"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> OracleGate.checkScript(
                        "bad.sql", "CREATE TABLE T (A NUMBER(5));\nCREATE TABLE U (A INT);\nCREATE TABLE V (B TEXT);"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("bad.sql", "type INT of A", "type TEXT of B");
        assertThatThrownBy(() -> OracleGate.checkScript("empty.sql", "-- nothing"))
                .hasMessageContaining("no statement");
    }

    @Test
    void aScriptIsCutAtItsStatements() {
        assertThat(OracleGate.statements(
                        "INSERT INTO T (A) VALUES ('a;b''c');\n\n-- x;\nDELETE FROM T\n/\nDROP TABLE T"))
                .containsExactly("INSERT INTO T (A) VALUES ('a;b''c')", "DELETE FROM T", "DROP TABLE T");
    }

    @Test
    void allViolationsAreNamedAtOnce() {
        assertThatThrownBy(() -> OracleGate.check(List.of("SELECT 1", "SELECT A FROM MONEY.T")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("in: SELECT 1", "in: SELECT A FROM MONEY.T");
    }

    private static Arguments wrong(String sql, String reason) {
        return Arguments.of(sql, reason);
    }

    private static String binds(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
