package com.mypay.frameworktest.oracle;

import java.util.Set;

/** Word lists of Oracle and of this house, all in upper case. */
final class OracleWords {

    /**
     * Not usable as a name: the words that Oracle 19c's {@code V$RESERVED_WORDS} marks as reserved (SQL Language
     * Reference, appendix E), and after them the words that it takes in {@code CREATE TABLE} but then reads as an
     * expression, so that the column can't be selected without quotes.
     */
    static final Set<String> RESERVED = words("""
            ACCESS ADD ALL ALTER AND ANY AS ASC AUDIT BETWEEN BY CHAR CHECK CLUSTER COLUMN COLUMN_VALUE COMMENT COMPRESS
            CONNECT CREATE CURRENT DATE DECIMAL DEFAULT DELETE DESC DISTINCT DROP ELSE EXCLUSIVE EXISTS FILE FLOAT FOR
            FROM GRANT GROUP HAVING IDENTIFIED IMMEDIATE IN INCREMENT INDEX INITIAL INSERT INTEGER INTERSECT INTO IS
            LEVEL LIKE LOCK LONG MAXEXTENTS MINUS MLSLABEL MODE MODIFY NESTED_TABLE_ID NOAUDIT NOCOMPRESS NOT NOWAIT
            NULL NUMBER OF OFFLINE ON ONLINE OPTION OR ORDER PCTFREE PRIOR PUBLIC RAW RENAME RESOURCE REVOKE ROW ROWID
            ROWNUM ROWS SELECT SESSION SET SHARE SIZE SMALLINT START SUCCESSFUL SYNONYM SYSDATE TABLE THEN TO TRIGGER
            UID UNION UNIQUE UPDATE USER VALIDATE VALUES VARCHAR VARCHAR2 VIEW WHENEVER WHERE WITH

            CASE WHEN END BEGIN CAST CURSOR CROSS CURRENT_DATE CURRENT_TIMESTAMP LOCALTIMESTAMP SYSTIMESTAMP INTERVAL
            TIMESTAMP FETCH JOIN NATURAL PERCENT SQL
            """);

    /** Words that Oracle doesn't know, or knows with another meaning than H2, wherever they stand. */
    static final Set<String> FORBIDDEN = words("""
            IDENTITY AUTO_INCREMENT AUTOINCREMENT SERIAL BOOLEAN TRUE FALSE LIMIT ILIKE RECURSIVE EXCEPT CONFLICT
            DEFERRABLE
            """);

    /** The database's own time: what happens when is said by the clock of the application, in UTC. */
    static final Set<String> DATABASE_TIME = words("SYSDATE CURRENT_DATE CURRENT_TIMESTAMP LOCALTIMESTAMP");

    /** Functions that mean the same on Oracle and on H2 in Oracle mode. */
    static final Set<String> FUNCTIONS = words("""
            COUNT SUM MIN MAX AVG COALESCE NVL NULLIF GREATEST LEAST ABS MOD FLOOR CEIL ROUND TRUNC SIGN POWER
            UPPER LOWER TRIM LTRIM RTRIM SUBSTR LENGTH INSTR REPLACE LPAD RPAD CONCAT CAST TO_CHAR TO_NUMBER TO_DATE
            TO_TIMESTAMP EXTRACT ROW_NUMBER RANK DENSE_RANK LAG LEAD FIRST_VALUE LAST_VALUE NTILE LISTAGG
            RAWTOHEX HEXTORAW ADD_MONTHS
            """);

    /** Words in front of a parenthesis that don't call anything. */
    static final Set<String> BEFORE_PARENTHESIS = words("""
            ADD ALL AND ANY AS BETWEEN BY CASE CHECK DISTINCT ELSE EXISTS FROM GROUP HAVING IN INSERT INTERSECT INTO IS
            JOIN KEY LIKE MINUS MODIFY NOT ON OR OVER SELECT SET SOME THEN UNION UNIQUE UPDATE USING VALUES WHEN WHERE
            WITH DELETE RETURN
            """);

    private OracleWords() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
