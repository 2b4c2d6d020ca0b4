@NullMarked
package com.mypay.settlement.domain;

import org.jspecify.annotations.NullMarked;
