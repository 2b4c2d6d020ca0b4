@NullMarked
package com.mypay.banking.adapter.out.bank;

import org.jspecify.annotations.NullMarked;
