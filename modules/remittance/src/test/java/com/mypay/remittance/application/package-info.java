@NullMarked
package com.mypay.remittance.application;

import org.jspecify.annotations.NullMarked;
