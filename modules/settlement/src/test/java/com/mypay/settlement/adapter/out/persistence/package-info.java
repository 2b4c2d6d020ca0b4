@NullMarked
package com.mypay.settlement.adapter.out.persistence;

import org.jspecify.annotations.NullMarked;
