@NullMarked
package com.mypay.banking.adapter.in.messaging;

import org.jspecify.annotations.NullMarked;
