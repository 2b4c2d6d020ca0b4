/** What can be asked of payment: one class per use case. */
@NullMarked
package com.mypay.payment.application;

import org.jspecify.annotations.NullMarked;
