@NullMarked
package com.mypay.banking.domain;

import org.jspecify.annotations.NullMarked;
