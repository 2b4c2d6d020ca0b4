-- How many verification codes an account was sent on a day: counted before the next one is sent.
CREATE INDEX REG_BANK_ACCOUNT_CODES_IX ON REGISTERED_BANK_ACCOUNT (BANK_CODE, ACCOUNT_NUMBER, CODE_SENT_ON);
