/** What money does and answers, one class per use case. */
@NullMarked
package com.mypay.money.application;

import org.jspecify.annotations.NullMarked;
