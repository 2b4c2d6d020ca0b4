-- Each index is a part of every payment's commits; these three earned too little.

-- The foreign key's check is a look at PAYMENT; nobody asks for the slips of a payment by its id.
DROP INDEX SLIP_PAYMENT_IX;

-- A repeated request that has no answer yet is found among its member's payments, or its payment's cancellations.
DROP INDEX PAYMENT_REQUEST_IX;
DROP INDEX CANCELLATION_REQUEST_IX;
