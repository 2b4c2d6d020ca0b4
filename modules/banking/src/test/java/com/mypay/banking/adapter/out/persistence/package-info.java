@NullMarked
package com.mypay.banking.adapter.out.persistence;

import org.jspecify.annotations.NullMarked;
