@NullMarked
package com.mypay.remittance.adapter.out.banking;

import org.jspecify.annotations.NullMarked;
