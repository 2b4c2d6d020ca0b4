@NullMarked
package com.mypay.remittance.domain;

import org.jspecify.annotations.NullMarked;
