@NullMarked
package com.mypay.remittance.adapter.out.membership;

import org.jspecify.annotations.NullMarked;
