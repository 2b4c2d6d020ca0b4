@NullMarked
package com.mypay.remittance.adapter.in.messaging;

import org.jspecify.annotations.NullMarked;
