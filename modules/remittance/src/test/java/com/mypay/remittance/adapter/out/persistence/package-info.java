@NullMarked
package com.mypay.remittance.adapter.out.persistence;

import org.jspecify.annotations.NullMarked;
