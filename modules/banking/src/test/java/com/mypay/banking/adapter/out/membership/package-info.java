@NullMarked
package com.mypay.banking.adapter.out.membership;

import org.jspecify.annotations.NullMarked;
