@NullMarked
package com.mypay.remittance;

import org.jspecify.annotations.NullMarked;
