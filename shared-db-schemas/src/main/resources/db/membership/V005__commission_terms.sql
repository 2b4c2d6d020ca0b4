-- VAT on a franchise's commission, and its tiers by monthly volume: 'FROM_WON:DISCOUNT_BASIS_POINTS' with blanks between
-- them, rising; a hyphen for none.
ALTER TABLE MEMBER ADD (
  VAT_BASIS_POINTS  NUMBER(5)      DEFAULT 0 NOT NULL,
  COMMISSION_TIERS  VARCHAR2(400)  DEFAULT '-' NOT NULL
);
