-- What is agreed on about commission beside the slips' rates: VAT on it, and tiers by what a franchise sells in a month.

-- Tiers: 'FROM_WON:DISCOUNT_BASIS_POINTS' with blanks between them, rising; a hyphen for none.
ALTER TABLE FRANCHISE ADD (
  VAT_BASIS_POINTS  NUMBER(5)      DEFAULT 0 NOT NULL,
  COMMISSION_TIERS  VARCHAR2(400)  DEFAULT '-' NOT NULL
);

-- The terms that decided a franchise, what it had sold in the month before, and what the terms have made of that. Empty of
-- one that was decided before.
ALTER TABLE SETTLEMENT ADD (
  VAT_BASIS_POINTS   NUMBER(5),
  COMMISSION_TIERS   VARCHAR2(400),
  VOLUME_BEFORE_WON  NUMBER(18),
  REBATE_WON         NUMBER(18),
  VAT_WON            NUMBER(18)
);

-- The sums of its settlements, and what is left of rounding VAT for each of them.
ALTER TABLE SETTLEMENT_CYCLE ADD (
  REBATE_WON        NUMBER(18),
  VAT_WON           NUMBER(18),
  VAT_ROUNDING_WON  NUMBER(18)
);
