/** Payment (결제) owns what members pay at franchises: payments, their cancellations, the slips that settlement works on, and the commission terms. It asks money to move the balance and never moves it itself. */
@NullMarked
package com.mypay.payment;

import org.jspecify.annotations.NullMarked;
